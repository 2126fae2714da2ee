//! The parts of a ZIP archive, each taken out within a bound.
//!
//! Apart from the workbook because it knows bytes only. What an archive says of its lengths is not believed: a part is
//! inflated up to the bound and no further. Parts are stored or deflated, as spreadsheet programs write them.

/// How many bytes a part may have once it is inflated.
pub(super) const LONGEST: usize = 16 << 20;
/// How an archive, its index and the end of the index begin.
const PART: &[u8] = b"PK\x03\x04";
const ENTRY: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
/// How long they are without names and remarks, and how long a remark at the end can be.
const PART_HEAD: usize = 30;
const ENTRY_HEAD: usize = 46;
const END_HEAD: usize = 22;
const REMARK: usize = u16::MAX as usize;

/// Why a part cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BadPart {
    /// It is none of the archive.
    Missing,
    /// It was cut or changed, or is packed as no spreadsheet program packs.
    Damaged,
    /// It is longer than a part may be.
    TooLong,
    /// It needs a password.
    Locked,
}

/// A part as the index names it.
#[derive(Debug)]
struct Entry<'a> {
    name: &'a [u8],
    is_locked: bool,
    method: usize,
    sum: usize,
    length: usize,
    place: usize,
}

/// An archive whose index was read.
#[derive(Debug)]
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry<'a>>,
}

impl<'a> Archive<'a> {
    /// Reads the index; none where there is no whole one.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let from = bytes.len().saturating_sub(END_HEAD + REMARK);
        let end = from + bytes.get(from..)?.windows(END.len()).rposition(|four| four == END)?;
        let end = bytes.get(end..end.checked_add(END_HEAD)?)?;
        let (count, mut at) = (short(end, 10)?, long(end, 16)?);
        let mut entries = Vec::new();
        for _ in 0..count {
            let (entry, length) = entry(bytes.get(at..)?)?;
            entries.push(entry);
            at = at.checked_add(length)?;
        }
        Some(Self { bytes, entries })
    }

    /// Takes a part out; the letters of its name may be large or small.
    pub(super) fn part(&self, name: &str) -> Result<Vec<u8>, BadPart> {
        let is_it = |entry: &&Entry<'_>| entry.name.eq_ignore_ascii_case(name.as_bytes());
        let entry = self.entries.iter().find(is_it).ok_or(BadPart::Missing)?;
        if entry.is_locked {
            return Err(BadPart::Locked);
        }
        let packed = self.packed(entry).ok_or(BadPart::Damaged)?;
        let plain = match entry.method {
            0 if packed.len() > LONGEST => return Err(BadPart::TooLong),
            0 => packed.to_vec(),
            8 => inflated(packed)?,
            _ => return Err(BadPart::Damaged),
        };
        let is_whole = usize::try_from(crc32fast::hash(&plain)) == Ok(entry.sum);
        if is_whole { Ok(plain) } else { Err(BadPart::Damaged) }
    }

    fn packed(&self, entry: &Entry<'_>) -> Option<&'a [u8]> {
        let part = self.bytes.get(entry.place..)?;
        let head = PART_HEAD + short(part, 26)? + short(part, 28)?;
        part.starts_with(PART).then_some(part)?.get(head..head.checked_add(entry.length)?)
    }
}

fn inflated(packed: &[u8]) -> Result<Vec<u8>, BadPart> {
    use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
    let bad = |status| if status == TINFLStatus::HasMoreOutput { BadPart::TooLong } else { BadPart::Damaged };
    decompress_to_vec_with_limit(packed, LONGEST).map_err(|error| bad(error.status))
}

/// Reads an entry of the index, and how long it is.
fn entry(bytes: &[u8]) -> Option<(Entry<'_>, usize)> {
    let bytes = bytes.starts_with(ENTRY).then_some(bytes)?;
    let name = short(bytes, 28)?;
    let entry = Entry {
        name: bytes.get(ENTRY_HEAD..ENTRY_HEAD + name)?,
        is_locked: short(bytes, 8)? & 1 == 1,
        method: short(bytes, 10)?,
        sum: long(bytes, 16)?,
        length: long(bytes, 20)?,
        place: long(bytes, 42)?,
    };
    Some((entry, ENTRY_HEAD + name + short(bytes, 30)? + short(bytes, 32)?))
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..)?.first_chunk().map(|number| u16::from_le_bytes(*number).into())
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..)?.first_chunk().and_then(|number| usize::try_from(u32::from_le_bytes(*number)).ok())
}
