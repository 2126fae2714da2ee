//! Pictures as half-blocks: one cell shows two points, one over the other.
//!
//! Apart from the rows of a lesson because it knows bytes and colours and nothing of Markdown. What cannot be decoded
//! within its limits is no picture; whoever shows it has words.

use std::io::Cursor;

use image::{ImageReader, Limits, Rgba, RgbaImage, imageops};
use ratatui::style::{Color, Style};
use ratatui::text::Span;

/// No side of a picture may be longer, in points.
const LONGEST_SIDE: u32 = 8_192;
/// Memory that decoding may take.
const MOST_MEMORY: u64 = 64 * 1024 * 1024;
/// A picture is no higher than fits on a plain terminal with its words.
const MOST_ROWS: u32 = 16;

/// The upper and the lower point of a cell.
type Cell = (Color, Color);

/// A picture in cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    width: usize,
    cells: Vec<Cell>,
}

impl Raster {
    /// Decodes PNG or JPEG and fits it into so many cells a row, at its own proportions and never larger than it is;
    /// none for anything else.
    pub fn decode(bytes: &[u8], most: usize) -> Option<Self> {
        let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
        let mut limits = Limits::default();
        limits.max_image_width = Some(LONGEST_SIDE);
        limits.max_image_height = Some(LONGEST_SIDE);
        limits.max_alloc = Some(MOST_MEMORY);
        reader.limits(limits);
        let picture = reader.decode().ok()?;
        let (width, points) = fit(picture.width(), picture.height(), u32::try_from(most).ok()?)?;
        let small = imageops::thumbnail(&picture.to_rgba8(), width, points);
        Some(Self { width: usize::try_from(width).ok()?, cells: cells(&small) })
    }

    /// Returns how many cells a row takes.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Returns how many rows it takes.
    pub fn height(&self) -> usize {
        self.cells.len() / self.width.max(1)
    }

    /// Returns one row, in runs of cells that look alike.
    pub fn row(&self, row: usize) -> impl Iterator<Item = Span<'_>> {
        let cells = self.cells.chunks(self.width.max(1)).nth(row).unwrap_or_default();
        cells.chunk_by(|a, b| a == b).filter_map(|run| {
            let (upper, lower) = run.first()?;
            Some(Span::styled("▀".repeat(run.len()), Style::new().fg(*upper).bg(*lower)))
        })
    }
}

/// Fits a picture into cells: how many points across and down; down it is an even number.
fn fit(width: u32, height: u32, most: u32) -> Option<(u32, u32)> {
    let across = width.min(most);
    let down = scaled(height, across, width)?;
    let (across, down) =
        if down > 2 * MOST_ROWS { (scaled(width, 2 * MOST_ROWS, height)?, 2 * MOST_ROWS) } else { (across, down) };
    let (across, down) = (across.max(1), down.max(2));
    Some((across, down + down % 2))
}

/// A length times a share, rounded down.
fn scaled(length: u32, by: u32, of: u32) -> Option<u32> {
    let scaled = u64::from(length) * u64::from(by) / u64::from(of.max(1));
    u32::try_from(scaled).ok()
}

fn cells(points: &RgbaImage) -> Vec<Cell> {
    let rows: Vec<_> = points.rows().collect();
    let pairs = rows.chunks(2).filter_map(|pair| if let [upper, lower] = pair { Some((upper, lower)) } else { None });
    pairs
        .flat_map(|(upper, lower)| upper.clone().zip(lower.clone()).map(|(u, l)| (on_paper(*u), on_paper(*l))))
        .collect()
}

/// A point as it looks on white paper, which drawings with clear ground are made for.
fn on_paper(Rgba([red, green, blue, alpha]): Rgba<u8>) -> Color {
    let on_white = |part: u8| {
        let part = u32::from(part) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
        u8::try_from(part / 255).unwrap_or(u8::MAX)
    };
    Color::Rgb(on_white(red), on_white(green), on_white(blue))
}

/// A PNG in one colour, for tests.
#[cfg(test)]
pub(crate) fn png(width: u32, height: u32, point: [u8; 4]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbaImage::from_pixel(width, height, Rgba(point)).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_its_proportions_within_cells_and_rows() {
        let cases = [
            ((100, 50, 40), (40, 10)),
            ((10, 10, 40), (10, 5)),
            ((100, 1_000, 40), (3, 16)),
            ((1_000, 1, 40), (40, 1)),
            ((1, 1, 40), (1, 1)),
        ];
        for ((width, height, most), size) in cases {
            let raster = Raster::decode(&png(width, height, [9, 9, 9, 255]), most).unwrap();
            assert_eq!((raster.width(), raster.height()), size, "{width}×{height}");
        }
    }

    #[test]
    fn colours_come_out_as_they_are_and_clear_ground_is_paper() {
        let decode = |point| Raster::decode(&png(4, 4, point), 4).unwrap();
        let (red, clear) = (decode([200, 10, 20, 255]), decode([0, 0, 0, 0]));
        let first =
            |raster: &'_ Raster| raster.row(0).next().map(|span| (span.content.into_owned(), span.style)).unwrap();
        assert_eq!(
            first(&red),
            ("▀▀▀▀".to_owned(), Style::new().fg(Color::Rgb(200, 10, 20)).bg(Color::Rgb(200, 10, 20)))
        );
        assert_eq!(first(&clear).1.bg, Some(Color::Rgb(255, 255, 255)));
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_none() {
        let whole = png(50, 50, [1, 2, 3, 255]);
        let mut damaged = whole.clone();
        damaged.truncate(60);
        for bytes in [&b""[..], b"GIF89a", b"\x89PNG\r\n\x1a\n", &damaged, &png(9_000, 1, [0; 4])] {
            assert_eq!(Raster::decode(bytes, 40), None);
        }
    }
}
