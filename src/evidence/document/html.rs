//! Web pages as blocks: the words that a reader sees, without scripts, styles and what the page hides.

use std::collections::BTreeMap;

use mail_parser::decoders::base64::base64_decode;

use super::super::fault::{Excess, Fault};
use super::gallery::Gallery;
use super::html_table::Grid;
use super::{Block, Document, Particular, Unshown, squeezed, within};

mod token;

pub(in super::super) use token::{Piece, tokens};

/// The deepest nesting of elements.
const DEEPEST: usize = 5000;

/// Elements that start on a line of their own.
const BLOCKS: [&str; 43] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Elements that never have an end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// How a picture that lies outside the page is found.
pub(super) type Find<'a> = dyn Fn(&str) -> Option<Vec<u8>> + 'a;

/// Reads a web page; `find` gives the pictures that are saved beside it.
pub(super) fn page(
    text: &str,
    gallery: &mut Gallery<'_>,
    find: &Find<'_>,
) -> Result<Document, Fault> {
    let mut writer = Writer::new(gallery, find);
    for piece in tokens(text) {
        match piece {
            Piece::Start(name, attributes) => writer.start(&name, &Attributes(attributes))?,
            Piece::End(name) => writer.end(&name),
            Piece::Text(text) => writer.text(&text),
            Piece::Comment(text) => writer.comment(&text),
        }
    }
    Ok(writer.finish())
}

/// The attributes of an element.
struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// The value of an attribute; empty where there is none.
    fn get(&self, name: &str) -> &str {
        let mut all = self.0.iter();
        all.find(|(known, _)| known == name)
            .map_or("", |(_, value)| value.as_str())
    }

    /// Whether an attribute is there.
    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// Whether the page hides the element.
    fn is_hidden(&self) -> bool {
        let style: String = self
            .get("style")
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .to_ascii_lowercase();
        self.has("hidden") || style.contains("display:none") || style.contains("visibility:hidden")
    }
}

/// What the text that is being read will become.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Heading,
    Paragraph,
    Entry,
}

/// Writes the blocks of a page element by element.
struct Writer<'a, 'g> {
    document: Document,
    gallery: &'a mut Gallery<'g>,
    find: &'a Find<'a>,
    /// The names of the open elements.
    open: Vec<String>,
    /// How many elements of each name are open.
    counts: BTreeMap<String, usize>,
    /// How many elements were open outside the one that is passed over.
    skipped: Option<usize>,
    /// The tables that are open, the innermost last.
    tables: Vec<Grid>,
    /// The text of the block that is being read.
    line: String,
    shape: Shape,
    title: Option<String>,
    canonical: Option<String>,
    saved: (Option<String>, Option<String>),
}

impl<'a, 'g> Writer<'a, 'g> {
    fn new(gallery: &'a mut Gallery<'g>, find: &'a Find<'a>) -> Self {
        Self {
            document: Document::default(),
            gallery,
            find,
            open: Vec::new(),
            counts: BTreeMap::new(),
            skipped: None,
            tables: Vec::new(),
            line: String::new(),
            shape: Shape::Paragraph,
            title: None,
            canonical: None,
            saved: (None, None),
        }
    }

    /// Opens an element.
    fn start(&mut self, name: &str, attributes: &Attributes) -> Result<(), Fault> {
        // What is passed over may itself be closed so.
        let inside = self
            .skipped
            .is_some_and(|outside| self.open.len() > outside + 1);
        if !inside {
            self.close_implied(name);
        }
        if !VOID.contains(&name) {
            within(self.open.len(), DEEPEST, Excess::Nesting)?;
            self.open.push(name.to_owned());
            *self.counts.entry(name.to_owned()).or_default() += 1;
        }
        if self.skipped.is_some() {
            return Ok(());
        }
        if let Some(what) = passed_over(name, attributes) {
            if let Some(what) = what {
                self.document.miss(what, 1);
            }
            if !VOID.contains(&name) {
                self.skipped = Some(self.open.len() - 1);
            }
            return Ok(());
        }
        if attributes.has("style") {
            self.style();
        }
        if BLOCKS.contains(&name) {
            self.flush();
        }
        self.open_visible(name, attributes);
        Ok(())
    }

    /// Opens an element that is seen.
    fn open_visible(&mut self, name: &str, attributes: &Attributes) {
        match name {
            "br" => self.line.push('\n'),
            "img" => self.picture(attributes),
            "input"
                if matches!(
                    attributes.get("type"),
                    "" | "text" | "tel" | "number" | "email"
                ) =>
            {
                self.line.push_str(attributes.get("value"));
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" => self.shape = Shape::Heading,
            "li" => self.shape = Shape::Entry,
            "title" if self.title.is_none() => self.title = Some(String::new()),
            "meta" if attributes.get("property") == "og:url" && self.canonical.is_none() => {
                self.canonical = Some(attributes.get("content").to_owned());
            }
            "link" if attributes.get("rel") == "canonical" => {
                self.canonical = Some(attributes.get("href").to_owned());
            }
            "link" if attributes.get("rel").contains("stylesheet") => self.style(),
            "table" => {
                if let Some(outer) = self.tables.last_mut() {
                    outer.is_layout = true;
                }
                self.tables.push(Grid::default());
            }
            "tr" => {
                if let Some(grid) = self.tables.last_mut() {
                    grid.row();
                }
            }
            "td" | "th" => {
                let span = |name| attributes.get(name).parse().unwrap_or(1).clamp(1, 50);
                if let Some(grid) = self.tables.last_mut() {
                    grid.cell(name == "th", span("colspan"), span("rowspan"));
                }
            }
            _ => {}
        }
    }

    /// Closes an element, with those inside it that were left open.
    fn end(&mut self, name: &str) {
        if name == "br" || name == "p" && !self.counts.contains_key("p") {
            return;
        }
        if self.counts.get(name).copied().unwrap_or_default() == 0 {
            return;
        }
        while let Some(closed) = self.close() {
            if closed == name {
                break;
            }
        }
    }

    /// Closes the innermost element.
    fn close(&mut self) -> Option<String> {
        let name = self.open.pop()?;
        if let Some(count) = self.counts.get_mut(&name) {
            *count -= 1;
        }
        match self.skipped {
            Some(outside) => {
                if self.open.len() <= outside {
                    self.skipped = None;
                }
            }
            None => {
                if BLOCKS.contains(&name.as_str()) {
                    self.flush();
                }
                if name == "table"
                    && let Some(grid) = self.tables.pop()
                {
                    for block in grid.finish() {
                        self.emit(block);
                    }
                }
            }
        }
        Some(name)
    }

    /// Closes what a new element closes without saying so.
    fn close_implied(&mut self, name: &str) {
        let closed: &[&str] = match name {
            "li" => &["li", "p"],
            "td" | "th" => &["td", "th", "p"],
            "tr" => &["td", "th", "tr", "p"],
            "dt" | "dd" => &["dt", "dd", "p"],
            "option" => &["option"],
            "body" => &["head"],
            _ if BLOCKS.contains(&name) => &["p"],
            _ => &[],
        };
        while self
            .open
            .last()
            .is_some_and(|open| closed.contains(&open.as_str()))
        {
            self.close();
        }
    }

    /// Adds text.
    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        match (&mut self.title, self.open.last().map(String::as_str)) {
            (Some(title), Some("title")) => title.push_str(text),
            (_, open) => {
                let pre = open == Some("pre") || self.counts.get("pre").is_some_and(|n| *n > 0);
                if pre {
                    self.line.push_str(text);
                } else {
                    self.line.push_str(&text.replace('\n', " "));
                }
            }
        }
    }

    /// Reads what browsers and tools note about where and when a page was saved.
    fn comment(&mut self, text: &str) {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix("saved from url=") {
            let url = rest.split_once(')').map_or(rest, |(_, url)| url);
            self.saved.0 = Some(url.trim().to_owned());
        }
        if text.starts_with("Page saved with SingleFile") {
            for line in text.lines().map(str::trim) {
                if let Some(url) = line.strip_prefix("url:") {
                    self.saved.0 = Some(url.trim().to_owned());
                } else if let Some(date) = line.strip_prefix("saved date:") {
                    self.saved.1 = Some(date.trim().to_owned());
                }
            }
        }
    }

    /// Shows a picture, or says what it was.
    fn picture(&mut self, attributes: &Attributes) {
        let source = ["src", "data-src", "data-original"]
            .map(|name| attributes.get(name))
            .into_iter()
            .find(|source| !source.is_empty());
        let Some(source) = source else { return };
        let bytes = inline(source).or_else(|| (self.find)(source));
        let place = match bytes {
            Some(bytes) => self.gallery.hang(&bytes),
            None => Err(Unshown::RemotePictures),
        };
        match place {
            Ok(place) => {
                self.flush();
                self.emit(Block::Pictures(place));
            }
            Err(why) => {
                self.document.miss(why, 1);
                let alt = squeezed(attributes.get("alt"));
                if !alt.is_empty() {
                    self.line.extend(["［", &alt, "］"]);
                }
            }
        }
    }

    /// Notes that the page has styles.
    fn style(&mut self) {
        if !self
            .document
            .unshown
            .iter()
            .any(|(what, _)| *what == Unshown::Styles)
        {
            self.document.miss(Unshown::Styles, 1);
        }
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        let shape = std::mem::replace(&mut self.shape, Shape::Paragraph);
        let line = std::mem::take(&mut self.line);
        let lines: Vec<String> = line.split('\n').map(squeezed).collect();
        let text = lines.join("\n").trim().to_owned();
        if text.is_empty() {
            // A mark of a list may stand before a block of its own.
            self.shape = shape;
            return;
        }
        self.emit(match shape {
            Shape::Heading => Block::Heading(text.replace('\n', " ")),
            Shape::Paragraph => Block::Paragraph(text),
            Shape::Entry => Block::Entry(text),
        });
    }

    /// Adds a block to the cell that is open, or else to the page.
    fn emit(&mut self, block: Block) {
        let cell = self.tables.last_mut().and_then(Grid::sink);
        cell.unwrap_or(&mut self.document.blocks).push(block);
    }

    /// The whole page.
    fn finish(mut self) -> Document {
        while self.close().is_some() {}
        self.flush();
        let mut document = self.document;
        let (url, saved) = self.saved;
        document.tell(Particular::Url, url.or(self.canonical));
        document.tell(Particular::Title, self.title.as_deref().map(squeezed));
        document.tell(Particular::Saved, saved);
        document
    }
}

/// Whether an element and all in it are passed over; of what a reader would miss, it says what.
#[expect(clippy::option_option, reason = "passed over or not, said or not")]
fn passed_over(name: &str, attributes: &Attributes) -> Option<Option<Unshown>> {
    match name {
        "script" => Some(Some(Unshown::Scripts)),
        "style" => Some(Some(Unshown::Styles)),
        "video" | "audio" | "embed" => Some(Some(Unshown::Media)),
        "iframe" | "frame" | "object" => Some(Some(Unshown::Frames)),
        "svg" | "canvas" => Some(Some(Unshown::Drawings)),
        "noscript" | "template" | "select" | "datalist" | "noframes" | "noembed" => Some(None),
        _ if attributes.is_hidden() => Some(Some(Unshown::HiddenText)),
        _ => None,
    }
}

/// The bytes of a picture that stands in the page itself.
fn inline(source: &str) -> Option<Vec<u8>> {
    let (kind, data) = source.strip_prefix("data:")?.split_once(',')?;
    if !kind.ends_with(";base64") {
        return None;
    }
    let data: Vec<u8> = data
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    base64_decode(&data)
}
