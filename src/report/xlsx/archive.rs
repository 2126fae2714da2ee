//! A ZIP archive of a few parts, stored as they are.
//!
//! Apart from the parts because it knows bytes only. Nothing is compressed: a workbook of sixty people is small, and a
//! part can be read in the file as it is. The same parts are always the same bytes: the day in it is a fixed one.

/// The first day that an archive can tell.
const DAY: u16 = 0x21;
/// The version of the format that is needed to read it: plain parts and folders.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;

/// An archive that is being written.
#[derive(Debug, Default)]
pub(super) struct Archive {
    bytes: Vec<u8>,
    index: Vec<u8>,
    count: u16,
}

impl Archive {
    /// Adds a part.
    pub(super) fn add(&mut self, name: &str, content: &str) {
        let start = length(self.bytes.len());
        let mut about = Vec::new();
        push(&mut about, [VERSION, FLAGS, 0, 0, DAY]);
        about.extend(crc32fast::hash(content.as_bytes()).to_le_bytes());
        about.extend(length(content.len()).to_le_bytes());
        about.extend(length(content.len()).to_le_bytes());
        push(&mut about, [u16::try_from(name.len()).unwrap_or(u16::MAX), 0]);
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&about);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(content.as_bytes());
        self.index.extend(b"PK\x01\x02");
        push(&mut self.index, [VERSION]);
        self.index.extend(&about);
        push(&mut self.index, [0, 0, 0, 0, 0]);
        self.index.extend(start.to_le_bytes());
        self.index.extend(name.as_bytes());
        self.count += 1;
    }

    /// Ends the archive with its index.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let (start, size) = (length(self.bytes.len()), length(self.index.len()));
        self.bytes.append(&mut self.index);
        self.bytes.extend(b"PK\x05\x06");
        push(&mut self.bytes, [0, 0, self.count, self.count]);
        self.bytes.extend(size.to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        push(&mut self.bytes, [0]);
        self.bytes
    }
}

fn push<const N: usize>(bytes: &mut Vec<u8>, numbers: [u16; N]) {
    for number in numbers {
        bytes.extend(number.to_le_bytes());
    }
}

/// Returns a length as the format holds it; a report never comes near four gigabytes.
fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
