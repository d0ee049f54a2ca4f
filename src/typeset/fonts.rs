//! The faces that are embedded in the program, and what they can draw.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Single-face files: a collection of ten faces would cost 20 ms at every start.
static FILES: [&[u8]; 5] = [
    STAND_IN,
    include_bytes!("../../fonts/NotoSerifSC-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansSC-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansSC-Bold.ttf"),
    include_bytes!("../../fonts/NotoEmoji-Regular.ttf"),
];

/// The font file that stands in for fonts which a drawn document lacks: it has Chinese and Latin letters.
pub const STAND_IN: &[u8] = include_bytes!("../../fonts/NotoSerifSC-Regular.ttf");

/// Whether the face of [`STAND_IN`] has a character.
pub fn stand_in_has(c: char) -> bool {
    FONTS
        .first()
        .is_some_and(|font| font.info().coverage.contains(u32::from(c)))
}

/// The faces, in the order of [`FILES`].
pub(super) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    FILES
        .iter()
        .flat_map(|data| Font::iter(Bytes::new(*data)))
        .collect()
});

/// What Typst looks faces up in.
pub(super) static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The characters of a text that no face of any role can draw, each once, in order of the code points.
///
/// Every role of the page library lists all three families, so that a character is drawable if any of them has it.
pub fn undrawable(text: &str) -> Vec<char> {
    let distinct: BTreeSet<char> = text
        .chars()
        .filter(|c| !c.is_ascii_graphic() && !is_invisible(*c))
        .collect();
    distinct
        .into_iter()
        .filter(|c| {
            !FONTS
                .iter()
                .any(|font| font.info().coverage.contains(u32::from(*c)))
        })
        .collect()
}

/// Whether a character takes no ink, so that no face needs a glyph for it.
///
/// Marks that turn the direction of writing, and the byte order mark, are not among them: the first would show
/// another text than is stored, the second is forbidden in PDF/A.
pub fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2065}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::{FONTS, undrawable};

    #[test]
    fn the_faces_are_the_five_that_the_page_library_names() {
        let families: Vec<&str> = FONTS
            .iter()
            .map(|font| font.info().family.as_str())
            .collect();
        assert_eq!(
            families,
            [
                "Noto Serif SC",
                "Noto Serif SC",
                "Noto Sans SC",
                "Noto Sans SC",
                "Noto Emoji"
            ]
        );
    }

    #[test]
    fn rare_names_and_emoji_are_drawn_and_other_scripts_are_named() {
        assert!(undrawable("王堃 㛃 喆 😀 abc，。\u{200b}").is_empty());
        assert_eq!(undrawable("한𬎆ค"), ['ค', '한', '𬎆']);
    }
}
