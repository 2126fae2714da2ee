//! A reader of our own files, for tests: the text as somebody hears it, without what is only there to be seen.
//!
//! Apart from the writer so that it goes by the file alone: cross-reference table, content streams, and which text each
//! glyph stands for. It reads no other program's files.

use std::collections::BTreeMap;

use miniz_oxide::inflate::decompress_to_vec_zlib;

/// Returns what each tagged part of the pages says, one a line; pictures are left out.
pub(in crate::report) fn text(pdf: &[u8]) -> String {
    let parts = File { pdf }.all_parts().into_iter().filter(|part| part.kind == Kind::Read);
    parts.map(|part| part.heard).collect::<Vec<_>>().join("\n")
}

/// Returns what is to be seen, one line a line of text.
pub(in crate::report) fn seen(pdf: &[u8]) -> String {
    File { pdf }.all_parts().into_iter().map(|part| part.seen).collect::<Vec<_>>().join("\n")
}

/// Returns how many pages there are.
pub(in crate::report) fn page_count(pdf: &[u8]) -> usize {
    File { pdf }.pages().len()
}

/// Returns the dictionaries of all objects, one a line.
pub(in crate::report) fn objects(pdf: &[u8]) -> String {
    let file = File { pdf };
    file.offsets().iter().map(|offset| file.dictionary(*offset)).collect::<Vec<_>>().join("\n")
}

/// What a content stream consists of.
#[derive(Debug, Clone, PartialEq)]
enum Token {
    Name(String),
    Text(Vec<u8>),
    Word(String),
}

type Map = BTreeMap<u16, String>;

/// What belongs together on a page.
struct Part {
    kind: Kind,
    heard: String,
    seen: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Artifact,
    Picture,
    Read,
}

struct File<'a> {
    pdf: &'a [u8],
}

impl File<'_> {
    fn offsets(&self) -> Vec<usize> {
        let start = find_last(self.pdf, b"startxref").unwrap();
        let table: usize = latin(&self.pdf[start..]).split_whitespace().nth(1).unwrap().parse().unwrap();
        let lines = latin(&self.pdf[table..start]);
        let used = lines.lines().filter(|line| line.trim_end().ends_with(" n"));
        used.map(|line| line.split(' ').next().unwrap().parse().unwrap()).collect()
    }

    /// The text of an object up to its end, or to its stream.
    fn dictionary(&self, offset: usize) -> String {
        let rest = &self.pdf[offset..];
        let ends = [b"endobj".as_slice(), b"stream".as_slice()].map(|end| find(rest, end).unwrap_or(rest.len()));
        latin(&rest[..ends[0].min(ends[1])])
    }

    fn object(&self, id: &str) -> (usize, String) {
        let head = format!("{id} 0 obj");
        let found = self.offsets().into_iter().find(|at| self.pdf[*at..].starts_with(head.as_bytes())).unwrap();
        (found, self.dictionary(found))
    }

    fn stream(&self, id: &str) -> Vec<u8> {
        let (offset, dictionary) = self.object(id);
        let length: usize = after(&dictionary, "/Length").parse().unwrap();
        let start = offset + find(&self.pdf[offset..], b"stream").unwrap() + b"stream\n".len();
        decompress_to_vec_zlib(&self.pdf[start..start + length]).unwrap()
    }

    fn pages(&self) -> Vec<String> {
        let dictionaries = self.offsets().into_iter().map(|offset| self.dictionary(offset));
        dictionaries.filter(|object| object.contains("/Type/Page/") || object.contains("/Type/Page\n")).collect()
    }

    fn fonts(&self, page: &str) -> BTreeMap<String, Map> {
        let fonts = page.split_once("/Font<<").map_or("", |(_, fonts)| fonts.split(">>").next().unwrap());
        let named = fonts.split('/').filter(|entry| !entry.is_empty()).map(|entry| entry.split_once(' ').unwrap());
        let map = |id: &str| glyph_texts(&self.stream(&after(&self.object(id).1, "/ToUnicode")));
        named.map(|(name, id)| (name.to_owned(), map(id.split(' ').next().unwrap()))).collect()
    }

    fn all_parts(&self) -> Vec<Part> {
        self.pages().iter().flat_map(|page| self.parts(page)).collect()
    }

    fn parts(&self, page: &str) -> Vec<Part> {
        let content = tokens(&self.stream(&after(page, "/Contents")));
        let mut reader = Reader { fonts: self.fonts(page), ..Reader::default() };
        for (at, token) in content.iter().enumerate() {
            if let Token::Word(operator) = token {
                reader.step(operator, &content[..at]);
            }
        }
        reader.parts
    }
}

#[derive(Default)]
struct Reader {
    fonts: BTreeMap<String, Map>,
    font: String,
    /// Whether what stands around says the text of what is drawn.
    marks: Vec<bool>,
    parts: Vec<Part>,
}

impl Reader {
    fn step(&mut self, operator: &str, before: &[Token]) {
        match operator {
            "BMC" => self.open(Kind::Artifact),
            "BDC" => self.begin(before),
            "BT" => self.parts.last_mut().unwrap().seen.push('\n'),
            "EMC" => self.marks.truncate(self.marks.len() - 1),
            "Tf" => {
                let name = before.iter().rev().find_map(|t| if let Token::Name(name) = t { Some(name) } else { None });
                self.font.clone_from(name.unwrap());
            }
            "TJ" => {
                let shown: Vec<&Token> = before.iter().rev().take_while(|t| **t != Token::Word("[".into())).collect();
                shown.into_iter().rev().for_each(|token| self.show(token));
            }
            _ => {}
        }
    }

    fn begin(&mut self, before: &[Token]) {
        let open = before.iter().rposition(|token| *token == Token::Word("<<".into())).unwrap();
        match (&before[..open], &before[open + 1..]) {
            (_, [Token::Name(key), Token::Text(text), ..]) if key == "ActualText" => {
                self.parts.last_mut().unwrap().heard.push_str(&utf16(text));
                self.marks.push(true);
            }
            ([.., Token::Name(role)], _) if role == "Figure" => self.open(Kind::Picture),
            _ => self.open(Kind::Read),
        }
    }

    fn open(&mut self, kind: Kind) {
        self.parts.push(Part { kind, heard: String::new(), seen: String::new() });
        self.marks.push(false);
    }

    fn show(&mut self, token: &Token) {
        let Token::Text(bytes) = token else { return };
        let part = self.parts.last_mut().unwrap();
        for pair in bytes.chunks(2) {
            let number = u16::from_be_bytes([pair[0], pair[1]]);
            let text = self.fonts[&self.font].get(&number).map_or("\u{fffd}", String::as_str);
            part.seen.push_str(text);
            if !self.marks.contains(&true) {
                part.heard.push_str(text);
            }
        }
    }
}

fn glyph_texts(map: &[u8]) -> Map {
    let hex = |text: &str| -> Vec<u8> {
        let digits: Vec<char> = text.chars().filter(char::is_ascii_hexdigit).collect();
        digits.chunks(2).map(|two| u8::from_str_radix(&two.iter().collect::<String>(), 16).unwrap()).collect()
    };
    let map = latin(map);
    let pairs = map.lines().filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"));
    let pairs = pairs.filter(|(glyph, text)| glyph.len() == 4 && *text != "FFFF");
    pairs.map(|(glyph, text)| (u16::from_str_radix(glyph, 16).unwrap(), utf16(&hex(text)))).collect()
}

fn utf16(bytes: &[u8]) -> String {
    let Some(bytes) = bytes.strip_prefix(b"\xfe\xff").or(bytes.len().is_multiple_of(2).then_some(bytes)) else {
        return latin(bytes);
    };
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}

fn tokens(content: &[u8]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = content;
    while let Some((first, tail)) = rest.split_first() {
        rest = match first {
            b'(' => literal(tail, &mut tokens),
            b'<' if tail.first() != Some(&b'<') => {
                let (digits, tail) = tail.split_at(find(tail, b">").unwrap());
                let digit = |byte: &u8| char::from(*byte).to_digit(16).unwrap() as u8;
                tokens.push(Token::Text(digits.chunks(2).map(|two| digit(&two[0]) * 16 + digit(&two[1])).collect()));
                &tail[1..]
            }
            b'<' | b'>' => {
                tokens.push(Token::Word(latin(&rest[..2])));
                &rest[2..]
            }
            b'[' | b']' => {
                tokens.push(Token::Word(latin(&rest[..1])));
                tail
            }
            b'/' => {
                let (name, tail) = tail.split_at(word_end(tail));
                tokens.push(Token::Name(latin(name)));
                tail
            }
            byte if byte.is_ascii_whitespace() => tail,
            _ => {
                let (word, tail) = rest.split_at(word_end(rest));
                tokens.push(Token::Word(latin(word)));
                tail
            }
        };
    }
    tokens
}

fn literal<'a>(mut rest: &'a [u8], tokens: &mut Vec<Token>) -> &'a [u8] {
    let (mut bytes, mut depth) = (Vec::new(), 0);
    loop {
        let (byte, tail) = rest.split_first().unwrap();
        rest = tail;
        match byte {
            b'\\' => {
                let (escaped, tail) = rest.split_first().unwrap();
                rest = tail;
                match escaped {
                    b'n' => bytes.push(b'\n'),
                    b'r' => bytes.push(b'\r'),
                    b't' => bytes.push(b'\t'),
                    b'b' => bytes.push(8),
                    b'f' => bytes.push(12),
                    b'0'..=b'7' => {
                        let octal = [*escaped, rest[0], rest[1]].map(|digit| u32::from(digit - b'0'));
                        bytes.push((octal[0] * 64 + octal[1] * 8 + octal[2]) as u8);
                        rest = &rest[2..];
                    }
                    other => bytes.push(*other),
                }
            }
            b')' if depth == 0 => break,
            byte => {
                depth += i32::from(*byte == b'(') - i32::from(*byte == b')');
                bytes.push(*byte);
            }
        }
    }
    tokens.push(Token::Text(bytes));
    rest
}

fn word_end(bytes: &[u8]) -> usize {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || b"()<>[]/".contains(byte);
    bytes.iter().position(ends).unwrap_or(bytes.len())
}

/// The word after a key in a dictionary.
fn after(dictionary: &str, key: &str) -> String {
    let (_, rest) = dictionary.split_once(key).unwrap();
    rest.trim_start().chars().take_while(char::is_ascii_digit).collect()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn find_last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}
