//! The fonts that a PDF is set in: which there are, and what a file says about each.
//!
//! Apart from what is done with a font, because this is data: bytes made by `fonts/make.sh` and figures read from them.

/// One of the fonts that the program carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    /// Latin, Greek and Cyrillic.
    Regular,
    /// The same, for what stands out.
    Bold,
    /// Arabic, with the letters of Persian and Urdu.
    Arabic,
    /// Ethiopic.
    Ethiopic,
    /// Arrows, ticks and shapes.
    Signs,
}

/// What a file says about a font, in thousandths of its size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Metrics {
    /// How high letters reach.
    pub(super) ascent: f32,
    /// How deep they reach, below nothing.
    pub(super) descent: f32,
    /// How high capitals are.
    pub(super) capital: f32,
    /// What no letter reaches out of: left, bottom, right, top.
    pub(super) bounds: [f32; 4],
}

impl Face {
    /// All of them, in the order in which files name them.
    pub(super) const ALL: [Self; 5] = [Self::Regular, Self::Bold, Self::Arabic, Self::Ethiopic, Self::Signs];

    /// Returns its place among all.
    pub(super) fn index(self) -> usize {
        self as usize
    }

    /// Returns the font file, deflated.
    pub(super) fn deflated(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("fonts/NotoSans-Regular.ttf.z"),
            Self::Bold => include_bytes!("fonts/NotoSans-Bold.ttf.z"),
            Self::Arabic => include_bytes!("fonts/NotoSansArabic-Regular.ttf.z"),
            Self::Ethiopic => include_bytes!("fonts/NotoSansEthiopic-Regular.ttf.z"),
            Self::Signs => include_bytes!("fonts/NotoSansSigns-Regular.ttf.z"),
        }
    }

    /// Returns its name, with the six letters by which a PDF marks a font that is not whole.
    pub(super) fn subset_name(self) -> &'static [u8] {
        match self {
            Self::Regular => b"RUNDWA+NotoSans-Regular",
            Self::Bold => b"RUNDWB+NotoSans-Bold",
            Self::Arabic => b"RUNDWC+NotoSansArabic-Regular",
            Self::Ethiopic => b"RUNDWD+NotoSansEthiopic-Regular",
            Self::Signs => b"RUNDWE+NotoSansSigns-Regular",
        }
    }

    /// Returns the name by which pages call it.
    pub(super) fn resource(self) -> &'static [u8] {
        match self {
            Self::Regular => b"R",
            Self::Bold => b"B",
            Self::Arabic => b"A",
            Self::Ethiopic => b"E",
            Self::Signs => b"S",
        }
    }

    /// Returns its figures.
    pub(super) fn metrics(self) -> Metrics {
        let of = |ascent, descent, capital, bounds| Metrics { ascent, descent, capital, bounds };
        match self {
            Self::Regular => of(1069.0, -293.0, 714.0, [-621.0, -389.0, 2800.0, 1067.0]),
            Self::Bold => of(1069.0, -293.0, 714.0, [-644.0, -389.0, 2800.0, 1069.0]),
            Self::Arabic => of(1374.0, -738.0, 714.0, [-220.0, -548.0, 7175.0, 1359.0]),
            Self::Ethiopic => of(1069.0, -293.0, 714.0, [-291.0, -92.0, 1355.0, 945.0]),
            Self::Signs => of(1069.0, -293.0, 714.0, [36.0, -240.0, 983.0, 856.0]),
        }
    }
}
