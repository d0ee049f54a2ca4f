//! Texts of Word: paragraphs, lists and tables in order, with the pictures where they stand.

use std::collections::BTreeMap;

use super::super::fault::Fault;
use super::archive::Archive;
use super::gallery::Gallery;
use super::xml::{Element, Node, walk};
use super::{Block, Document, Particular, Table, Unshown, squeezed};

/// Reads a text.
pub(super) fn read(bytes: &[u8], gallery: &mut Gallery<'_>) -> Result<Document, Fault> {
    let mut archive = Archive::open(bytes)?;
    if !archive.names.iter().any(|name| name == "word/document.xml") {
        return Err(Fault::Truncated);
    }
    let headings = headings(&mut archive)?;
    let mut document = Document::default();
    document.tell(Particular::Title, title(&mut archive)?);
    for (start, what) in [
        ("word/header", Particular::Header),
        ("word/footer", Particular::Footer),
    ] {
        let mut said: Vec<String> = Vec::new();
        for name in archive.beginning(start) {
            let blocks = part(&mut archive, &name, &headings, &mut document, gallery)?;
            let text = blocks.iter().map(text_of).collect::<Vec<_>>().join(" ");
            let text = squeezed(&text);
            if !text.is_empty() && !said.contains(&text) {
                said.push(text);
            }
        }
        document.tell(what, Some(said.join("；")));
    }
    let blocks = part(
        &mut archive,
        "word/document.xml",
        &headings,
        &mut document,
        gallery,
    )?;
    document.blocks.extend(blocks);
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        let notes = part(&mut archive, name, &headings, &mut document, gallery)?;
        document.blocks.extend(notes);
    }
    document.miss(Unshown::Comments, archive.count("word/comments.xml"));
    document.miss(Unshown::Objects, archive.count("word/embeddings/"));
    Ok(document)
}

/// The title that the file carries.
fn title(archive: &mut Archive<'_>) -> Result<Option<String>, Fault> {
    let Some(text) = archive.text("docProps/core.xml")? else {
        return Ok(None);
    };
    let (mut title, mut inside) = (String::new(), false);
    walk(&text, |node| {
        match node {
            Node::Start(element) => inside = element.name() == "title",
            Node::End(_) => inside = false,
            Node::Text(text) if inside => title.push_str(&text),
            Node::Text(_) => {}
        }
        Ok(())
    })?;
    Ok(Some(title))
}

/// The ids of the styles that are headings; in Chinese files they are mere numbers.
fn headings(archive: &mut Archive<'_>) -> Result<Vec<String>, Fault> {
    let Some(text) = archive.text("word/styles.xml")? else {
        return Ok(Vec::new());
    };
    let (mut headings, mut style) = (Vec::new(), String::new());
    walk(&text, |node| {
        if let Node::Start(element) = node {
            match element.name() {
                "style" => style = element.attribute("styleId").unwrap_or_default(),
                "name" => {
                    let name = element.attribute("val").unwrap_or_default().to_lowercase();
                    if name.starts_with("heading ") || name == "title" {
                        headings.push(style.clone());
                    }
                }
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok(headings)
}

/// The files that a part refers to, by id.
fn relations(archive: &mut Archive<'_>, name: &str) -> Result<BTreeMap<String, String>, Fault> {
    let base = name.rsplit('/').next().unwrap_or(name);
    let mut relations = BTreeMap::new();
    if let Some(text) = archive.text(&format!("word/_rels/{base}.rels"))? {
        walk(&text, |node| {
            if let Node::Start(element) = node
                && let (Some(id), Some(target)) =
                    (element.attribute("Id"), element.attribute("Target"))
            {
                let target = target
                    .strip_prefix('/')
                    .map_or_else(|| format!("word/{target}"), str::to_owned);
                relations.insert(id, target);
            }
            Ok(())
        })?;
    }
    Ok(relations)
}

/// The blocks of one part; pictures are prepared when the part was read.
fn part(
    archive: &mut Archive<'_>,
    name: &str,
    headings: &[String],
    document: &mut Document,
    gallery: &mut Gallery<'_>,
) -> Result<Vec<Block>, Fault> {
    let Some(text) = archive.text(name)? else {
        return Ok(Vec::new());
    };
    let relations = relations(archive, name)?;
    let mut writer = Writer {
        headings,
        blocks: Vec::new(),
        paragraphs: Vec::new(),
        tables: Vec::new(),
        covered: 0,
        is_hidden: false,
        path: Vec::new(),
        passed: None,
        missed: Vec::new(),
    };
    walk(&text, |node| {
        writer.take(node);
        Ok(())
    })?;
    for what in writer.missed {
        document.miss(what, 1);
    }
    let mut blocks = Vec::new();
    for piece in writer.blocks {
        match piece {
            Piece::Block(block) => blocks.push(block),
            Piece::Picture(id) => {
                let bytes = match relations.get(&id) {
                    Some(name) => archive.bytes(name)?,
                    None => None,
                };
                match bytes.map(|bytes| gallery.hang(&bytes)) {
                    Some(Ok(place)) => blocks.push(Block::Pictures(place)),
                    Some(Err(why)) => document.miss(why, 1),
                    None => document.miss(Unshown::RemotePictures, 1),
                }
            }
        }
    }
    Ok(blocks)
}

/// A block, or a picture by the id under which the part refers to it.
enum Piece {
    Block(Block),
    Picture(String),
}

/// A paragraph that is being read; boxes of text stand inside others.
#[derive(Default)]
struct Paragraph {
    text: String,
    is_heading: bool,
    is_entry: bool,
}

/// Writes the blocks of a part element by element.
struct Writer<'a> {
    headings: &'a [String],
    blocks: Vec<Piece>,
    paragraphs: Vec<Paragraph>,
    /// The rows of the tables that are open, the innermost last.
    tables: Vec<Vec<Vec<String>>>,
    /// How many more columns the cell that is open covers.
    covered: usize,
    /// The names of the open elements.
    path: Vec<String>,
    /// Whether the run that is open is hidden.
    is_hidden: bool,
    /// How many elements were open outside the one that is passed over.
    passed: Option<usize>,
    missed: Vec<Unshown>,
}

impl Writer<'_> {
    fn take(&mut self, node: Node<'_>) {
        match node {
            Node::Start(element) => {
                if self.passed.is_none() {
                    self.start(&element);
                }
                self.path.push(element.name().to_owned());
            }
            Node::End(name) => {
                self.path.pop();
                match self.passed {
                    Some(outside) if self.path.len() <= outside => self.passed = None,
                    Some(_) => {}
                    None => self.end(&name),
                }
            }
            Node::Text(text) => {
                let is_text = self.path.last().is_some_and(|name| name == "t");
                if self.passed.is_none() && !self.is_hidden && is_text {
                    self.write(&text);
                }
            }
        }
    }

    /// Passes over an element that is about to open.
    fn pass(&mut self, what: Option<Unshown>) {
        self.passed = Some(self.path.len());
        self.missed.extend(what);
    }

    fn start(&mut self, element: &Element<'_>) {
        match element.name() {
            "p" if element.full_name() != "a:p" => self.paragraphs.push(Paragraph::default()),
            "pStyle" => {
                let style = element.attribute("val").unwrap_or_default();
                if self.headings.contains(&style) || style.starts_with("Heading") {
                    self.mark(|paragraph| paragraph.is_heading = true);
                }
            }
            "outlineLvl" if self.path.last().is_some_and(|name| name == "pPr") => {
                self.mark(|paragraph| paragraph.is_heading = true);
            }
            "numPr" => self.mark(|paragraph| paragraph.is_entry = true),
            "tab" if self.path.last().is_some_and(|name| name == "r") => self.write("　"),
            "br" | "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            "tbl" => self.tables.push(Vec::new()),
            "tr" => {
                if let Some(rows) = self.tables.last_mut() {
                    rows.push(Vec::new());
                }
            }
            "tc" => {
                if let Some(row) = self.tables.last_mut().and_then(|rows| rows.last_mut()) {
                    row.push(String::new());
                }
            }
            "gridSpan" => {
                let span = element
                    .attribute("val")
                    .and_then(|span| span.parse().ok())
                    .unwrap_or(1);
                if let Some(row) = self.tables.last_mut().and_then(|rows| rows.last_mut()) {
                    let width = row.len() + std::cmp::min(span, 50_usize).max(1) - 1;
                    self.covered = width.saturating_sub(row.len());
                }
            }
            "blip" => self.picture(element.attribute("embed")),
            "imagedata" => self.picture(element.attribute("id")),
            "del" | "moveFrom" => self.pass(Some(Unshown::Deletions)),
            // What is said twice for older programs.
            "Fallback" | "instrText" => self.pass(None),
            "chart" => self.missed.push(Unshown::Charts),
            "relIds" => self.missed.push(Unshown::Drawings),
            "r" => self.is_hidden = false,
            // The mark at the end of a paragraph has the same property and no text.
            "vanish"
                if element.is_on()
                    && self
                        .path
                        .iter()
                        .rev()
                        .nth(1)
                        .is_some_and(|name| name == "r") =>
            {
                self.is_hidden = true;
                self.missed.push(Unshown::HiddenText);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.paragraph(&paragraph);
                }
            }
            "tc" => {
                let covered = std::mem::take(&mut self.covered);
                if let Some(row) = self.tables.last_mut().and_then(|rows| rows.last_mut()) {
                    row.resize(row.len() + covered, String::new());
                }
            }
            "tbl" => {
                let Some(mut rows) = self.tables.pop() else {
                    return;
                };
                let width = rows.iter().map(Vec::len).max().unwrap_or_default();
                for row in &mut rows {
                    row.resize(width, String::new());
                }
                if let Some(cell) = self.cell() {
                    // A table in a cell becomes lines of it.
                    for row in rows {
                        cell.push('\n');
                        cell.push_str(&row.join("　"));
                    }
                } else {
                    let table = Table { rows, head: false };
                    self.blocks.push(Piece::Block(Block::Table(table)));
                }
            }
            _ => {}
        }
    }

    /// Ends a paragraph.
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let text = paragraph.text.trim().to_owned();
        if text.is_empty() {
            return;
        }
        if let Some(cell) = self.cell() {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(&text);
            return;
        }
        self.blocks.push(Piece::Block(if paragraph.is_heading {
            Block::Heading(text.replace('\n', " "))
        } else if paragraph.is_entry {
            Block::Entry(text)
        } else {
            Block::Paragraph(text)
        }));
    }

    /// The cell that is open.
    fn cell(&mut self) -> Option<&mut String> {
        self.tables.last_mut()?.last_mut()?.last_mut()
    }

    fn mark(&mut self, mark: impl Fn(&mut Paragraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            mark(paragraph);
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn picture(&mut self, id: Option<String>) {
        match id {
            Some(id) => self.blocks.push(Piece::Picture(id)),
            None => self.missed.push(Unshown::RemotePictures),
        }
    }
}

/// The text of a block.
fn text_of(block: &Block) -> String {
    match block {
        Block::Heading(text) | Block::Paragraph(text) | Block::Entry(text) => text.clone(),
        Block::Table(table) => table
            .rows
            .iter()
            .flatten()
            .map(|text| format!("{text} "))
            .collect(),
        Block::Pictures(_) => String::new(),
    }
}
