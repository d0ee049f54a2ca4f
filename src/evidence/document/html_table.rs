//! Tables of web pages: those that hold data become tables, those that only place things fall apart.

use super::{Block, Table};

/// A table that is being read.
#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<Vec<Cell>>,
    /// Whether it holds another table, and so only places things.
    pub(super) is_layout: bool,
}

/// A cell.
struct Cell {
    blocks: Vec<Block>,
    is_head: bool,
    /// How many columns and rows it covers.
    covers: (usize, usize),
}

impl Grid {
    /// Starts a row.
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Starts a cell.
    pub(super) fn cell(&mut self, is_head: bool, columns: usize, rows: usize) {
        if self.rows.is_empty() {
            self.row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Cell {
                blocks: Vec::new(),
                is_head,
                covers: (columns, rows),
            });
        }
    }

    /// Where the blocks of the cell that is open go.
    pub(super) fn sink(&mut self) -> Option<&mut Vec<Block>> {
        Some(&mut self.rows.last_mut()?.last_mut()?.blocks)
    }

    /// The blocks of the whole table.
    pub(super) fn finish(self) -> Vec<Block> {
        let rows = self.rows.into_iter().filter(|row| !row.is_empty());
        let rows: Vec<Vec<Cell>> = rows.collect();
        let cells = || rows.iter().flatten();
        let is_text = cells().all(|cell| {
            let text = |block: &Block| matches!(block, Block::Paragraph(_) | Block::Entry(_));
            cell.blocks.iter().all(text)
        });
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        if self.is_layout || !is_text || width < 2 || rows.len() < 2 {
            return rows
                .into_iter()
                .flatten()
                .flat_map(|cell| cell.blocks)
                .collect();
        }
        let head = rows[0].iter().all(|cell| cell.is_head);
        vec![Block::Table(Table {
            rows: placed(rows),
            head,
        })]
    }
}

/// The texts of the cells in their columns; a cell that covers several has its text in the first.
fn placed(rows: Vec<Vec<Cell>>) -> Vec<Vec<String>> {
    let mut placed: Vec<Vec<String>> = Vec::new();
    // For each column, how many more rows the cell above it covers.
    let mut covered: Vec<usize> = Vec::new();
    for row in rows {
        let mut texts: Vec<String> = Vec::new();
        for cell in row {
            skip(&mut texts, &mut covered);
            for column in 0..cell.covers.0 {
                if covered.len() <= texts.len() {
                    covered.resize(texts.len() + 1, 0);
                }
                covered[texts.len()] = cell.covers.1 - 1;
                texts.push(if column == 0 {
                    text(&cell.blocks)
                } else {
                    String::new()
                });
            }
        }
        skip(&mut texts, &mut covered);
        placed.push(texts);
    }
    let width = placed.iter().map(Vec::len).max().unwrap_or_default();
    for row in &mut placed {
        row.resize(width, String::new());
    }
    placed
}

/// Leaves the columns empty that a cell of a row above covers.
fn skip(texts: &mut Vec<String>, covered: &mut [usize]) {
    while let Some(rows) = covered.get_mut(texts.len()).filter(|rows| **rows > 0) {
        *rows -= 1;
        texts.push(String::new());
    }
}

/// The text of a cell.
fn text(blocks: &[Block]) -> String {
    let texts = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(text) | Block::Entry(text) | Block::Heading(text) => Some(text.as_str()),
        Block::Table(_) | Block::Pictures(_) => None,
    });
    texts.collect::<Vec<_>>().join("\n")
}
