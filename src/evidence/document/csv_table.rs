//! Tables as text: bills of banks and wallets, with the lines that stand above and below the table.

use csv::{ReaderBuilder, StringRecord};

use super::{Block, Document, Paper, Table};

/// A text that is a table, field by field.
pub(in super::super) struct Records {
    /// The records, each trimmed and without empty fields at its end.
    pub(in super::super) rows: Vec<Vec<String>>,
    /// Which of them names the columns.
    pub(in super::super) head: usize,
}

/// Takes a text apart if it is a table; `named` says whether its name promises one.
///
/// A table has a row of names and under it rows of about as many fields. A chat has commas too, but nowhere the same
/// number of them line after line.
pub(in super::super) fn records(text: &str, named: bool) -> Option<Records> {
    [b',', b'\t', b';']
        .into_iter()
        .filter_map(|delimiter| parted(text, delimiter, named))
        .max_by_key(|records| records.rows[records.head].len())
}

/// Takes a text apart at one sign.
fn parted(text: &str, delimiter: u8, named: bool) -> Option<Records> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let rows = reader
        .records()
        .collect::<Result<Vec<StringRecord>, _>>()
        .ok()?;
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(trimmed)
        .filter(|row| !row.is_empty())
        .collect();
    let widths: Vec<usize> = rows.iter().map(Vec::len).collect();
    let usual = usual(&widths)?;
    // A last column may be empty in many rows, so that rows are a little shorter than their head.
    let like = |width: &usize| *width * 10 >= usual * 6;
    let head = widths.iter().position(like)?;
    // Remarks may follow the last full row.
    let end = widths.iter().rposition(|width| *width > 1)?;
    let below = &widths[head..=end];
    let fitting = below.iter().filter(|width| like(width)).count();
    let least = if named { 2 } else { 3 };
    let enough = usual >= least && fitting >= 2 && (named || fitting * 10 >= below.len() * 8);
    let sentences = rows[head].iter().any(|name| name.chars().count() > 30);
    (enough && (named || !sentences)).then_some(Records { rows, head })
}

/// The number of fields that most of the longer records have.
fn usual(widths: &[usize]) -> Option<usize> {
    let several = || widths.iter().filter(|width| **width > 1);
    several()
        .max_by_key(|width| (several().filter(|other| other == width).count(), **width))
        .copied()
}

/// The fields of a record; exports put a tab behind long numbers so that no program rounds them.
fn trimmed(record: &StringRecord) -> Vec<String> {
    let mut fields: Vec<String> = record.iter().map(|field| field.trim().to_owned()).collect();
    while fields.last().is_some_and(String::is_empty) {
        fields.pop();
    }
    fields
}

impl Records {
    /// The text above the table, the table, and the text below it.
    pub(in super::super) fn document(self) -> Document {
        let Self { rows, head } = self;
        let width = rows[head..].iter().map(Vec::len).max().unwrap_or_default();
        // What stands alone in a row after the last full one is a remark.
        let last = rows.iter().rposition(|row| row.len() > 1).unwrap_or(head);
        let mut document = Document {
            paper: Paper::Csv,
            ..Document::default()
        };
        let mut table = Table {
            rows: Vec::new(),
            head: true,
        };
        let mut after = Vec::new();
        for (index, mut row) in rows.into_iter().enumerate() {
            if index < head {
                document.blocks.push(Block::Paragraph(said(&row)));
            } else if index > last {
                after.push(Block::Paragraph(said(&row)));
            } else {
                row.resize(width, String::new());
                table.rows.push(row);
            }
        }
        document.blocks.push(Block::Table(table));
        document.blocks.extend(after);
        document
    }
}

/// A row that belongs to no table, as a line.
fn said(row: &[String]) -> String {
    row.iter()
        .map(String::as_str)
        .filter(|field| !field.is_empty())
        .collect::<Vec<_>>()
        .join("　")
}
