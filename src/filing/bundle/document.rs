//! Documents as they are printed: what they say about themselves, their text, and what is not shown.

use serde::Serialize;

use super::transcript::{code_points, is_key, shown};
use super::{Attachment, ReadingView};
use crate::case::evidence::Evidence;
use crate::evidence::{Block, Content, Document, Table};
use crate::filing::{Brief, Vocabulary};

/// A document.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    /// The name of its file, where the exhibit has several.
    pub file: Option<String>,
    /// What it says about itself.
    pub particulars: Vec<ReadingView>,
    /// Its text from top to bottom.
    pub blocks: Vec<BlockView>,
    /// Remarks below it.
    pub notes: Vec<String>,
}

/// A piece of a document.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum BlockView {
    /// A heading.
    Heading {
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: String,
        /// Whether it holds decisive words.
        key: bool,
    },
    /// An entry of a list.
    Entry {
        /// Its words.
        text: String,
        /// Whether it holds decisive words.
        key: bool,
    },
    /// Where pictures stood.
    Picture {
        /// `图3-1`, or `图3-1至图3-4`.
        label: String,
    },
    /// A table.
    Table {
        /// The names of the columns, if the table has them.
        head: Option<Vec<String>>,
        /// The other rows.
        rows: Vec<Vec<String>>,
        /// How wide each column would like to be and has to be, in ems.
        widths: Vec<WidthView>,
    },
}

/// The widths of a column, in ems.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct WidthView {
    /// Of its longest text.
    pub full: f64,
    /// Of its longest piece that cannot be broken.
    pub least: f64,
}

/// The documents of an item, in order; `label` names the pictures of the item by their place.
pub(super) fn documents(
    brief: &Brief<'_>,
    attachment: &Attachment,
    item: &Evidence,
    label: impl Fn(usize) -> String,
) -> Vec<DocumentView> {
    let several = attachment.files.len() > 1;
    let mut views = Vec::new();
    let mut pictures = 0;
    for attached in &attachment.files {
        if let Content::Document(document) = &attached.made.content {
            let label = |place: usize| label(pictures + place);
            let file = several.then(|| attached.name.clone());
            views.push(view(brief, item, document, file, &label));
        }
        pictures += attached.made.content.copies().len();
    }
    views
}

fn view(
    brief: &Brief<'_>,
    item: &Evidence,
    document: &Document,
    file: Option<String>,
    label: &dyn Fn(usize) -> String,
) -> DocumentView {
    let words = &brief.vocabulary.documents;
    let mut unknown = Vec::new();
    let mut shown = |text: &str| shown(brief, item, text, &mut unknown);
    let particulars = document
        .particulars
        .iter()
        .map(|(what, value)| ReadingView {
            label: Vocabulary::phrase(words, what.word()).to_owned(),
            value: shown(value),
        })
        .collect();
    let blocks = document
        .blocks
        .iter()
        .map(|block| match block {
            Block::Heading(text) => BlockView::Heading { text: shown(text) },
            Block::Paragraph(text) => BlockView::Paragraph {
                key: is_key(item, text),
                text: shown(text),
            },
            Block::Entry(text) => BlockView::Entry {
                key: is_key(item, text),
                text: shown(text),
            },
            Block::Pictures(place) => BlockView::Picture {
                label: if place.len() > 1 {
                    format!("{}至{}", label(place.start), label(place.end - 1))
                } else {
                    label(place.start)
                },
            },
            Block::Table(table) => self::table(table, &mut shown),
        })
        .collect();
    let mut notes: Vec<String> = unshown(document, words, &mut shown).into_iter().collect();
    if !item.hidden_words.is_empty() {
        notes.push(Vocabulary::phrase(words, "hidden_words").to_owned());
    }
    notes.extend(code_points(brief, &unknown));
    DocumentView {
        file,
        particulars,
        blocks,
        notes,
    }
}

fn table(table: &Table, shown: &mut impl FnMut(&str) -> String) -> BlockView {
    let mut rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| shown(cell)).collect())
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widths = (0..columns)
        .map(|column| {
            let cells = || rows.iter().filter_map(|row| row.get(column));
            let most = |width: fn(&str) -> f64| cells().map(|cell| width(cell)).fold(0.0, f64::max);
            WidthView {
                full: most(full_width),
                least: most(least_width),
            }
        })
        .collect();
    let head = (table.head && !rows.is_empty()).then(|| rows.remove(0));
    BlockView::Table { head, rows, widths }
}

/// The width of a text in ems, as the page library reckons it.
fn ems(text: &str) -> f64 {
    let one = |c: char| match c {
        'A'..='Z' | '@' | '%' | '&' | 'm' | 'w' => 0.7,
        c if c.is_ascii() => 0.57,
        _ => 1.0,
    };
    text.chars().map(one).sum()
}

/// The width of the longest line.
fn full_width(text: &str) -> f64 {
    text.lines().map(ems).fold(0.0, f64::max)
}

/// The width of the longest piece that the page library keeps together: a time with its date, a short code.
fn least_width(text: &str) -> f64 {
    // Longer ones are broken at the edge of their column, once if they are the number of a payment.
    const LONGEST: usize = 15;
    let whole = |c: char| c.is_ascii_graphic() || "年月日时分秒元".contains(c);
    let room = |piece: &str| match ems(piece) {
        width if piece.chars().count() <= LONGEST => width,
        width => (width / 2.0).min(9.0),
    };
    let longest = text.split(|c| !whole(c)).map(room).fold(1.0, f64::max);
    let dated = text.len() >= 16
        && text.is_char_boundary(16)
        && text[..16].bytes().filter(u8::is_ascii_digit).count() == 12
        && text.as_bytes()[10] == b' ';
    if dated {
        longest.max(ems(text.lines().next().unwrap_or_default()).min(11.0))
    } else {
        longest
    }
}

/// What is in the file and not on the page, in one sentence.
fn unshown(
    document: &Document,
    words: &std::collections::BTreeMap<String, String>,
    shown: &mut impl FnMut(&str) -> String,
) -> Option<String> {
    let phrase = |word| Vocabulary::phrase(words, word);
    let counted = document.unshown.iter().map(|(what, count)| {
        let phrase = phrase(what.word());
        if phrase.contains("{n}") {
            phrase.replace("{n}", &count.to_string())
        } else {
            phrase.to_owned()
        }
    });
    let mut parts: Vec<String> = counted.filter(|part| !part.is_empty()).collect();
    for (name, bytes) in &document.attachments {
        let attachment = phrase("attachment")
            .replace("{name}", &shown(name))
            .replace("{bytes}", &super::list::grouped(*bytes));
        parts.push(attachment);
    }
    (!parts.is_empty()).then(|| format!("{}{}。", phrase("unshown"), parts.join("；")))
}

#[cfg(test)]
mod tests {
    use super::{full_width, least_width};

    #[test]
    fn columns_are_as_wide_as_what_cannot_be_broken() {
        let near = |one: f64, other: f64| (one - other).abs() < 0.01;
        assert!(near(full_width("金额（元）\n1"), 5.0));
        assert!(near(least_width("话费充值50元"), 2.14));
        assert!(near(least_width("2026112022001455010388120946"), 7.98));
        assert!(near(least_width("2026-11-01 20:58:12"), 10.83));
    }
}
