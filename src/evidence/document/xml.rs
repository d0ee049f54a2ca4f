//! The XML of office documents as starts, ends and texts.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::super::fault::{Excess, Fault};
use super::{corrupt, within};

/// The deepest nesting; a text with boxes in tables has some dozens.
const DEEPEST: usize = 500;

/// A piece of XML.
pub(super) enum Node<'a> {
    /// The start of an element; one that is empty is followed by its end.
    Start(Element<'a>),
    /// The end of an element, by its name without prefix.
    End(String),
    /// Text.
    Text(String),
}

/// The start of an element.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// The name without prefix.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// The name with its prefix.
    pub(super) fn full_name(&self) -> String {
        self.0.name().0.to_owned()
    }

    /// The value of an attribute, by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes().flatten();
        let attribute = attributes.find(|attribute| local(attribute.key.0) == name)?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// Whether a property is on: it is there, and not said to be off.
    pub(super) fn is_on(&self) -> bool {
        !matches!(
            self.attribute("val").as_deref(),
            Some("0" | "false" | "off")
        )
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

/// Calls a step for every piece of an XML text, in order.
pub(super) fn walk(
    text: &str,
    mut step: impl FnMut(Node<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0;
    loop {
        match reader.read_event().map_err(corrupt)? {
            Event::Start(start) => {
                depth += 1;
                within(depth, DEEPEST, Excess::Nesting)?;
                step(Node::Start(Element(start)))?;
            }
            Event::Empty(start) => {
                let name = local(start.name().0).to_owned();
                step(Node::Start(Element(start)))?;
                step(Node::End(name))?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                step(Node::End(local(end.name().0).to_owned()))?;
            }
            Event::Text(text) => step(Node::Text(text.into_inner().into_owned()))?,
            Event::CData(text) => step(Node::Text(text.into_inner().into_owned()))?,
            Event::GeneralRef(reference) => {
                let char = reference.resolve_char_ref().ok().flatten();
                let text = match char {
                    Some(char) => char.to_string(),
                    // An entity that the file defines itself could grow without end and is left as it is.
                    None => {
                        let name = reference.into_inner();
                        resolve_xml_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
                    }
                };
                step(Node::Text(text))?;
            }
            Event::Eof if depth > 0 => return Err(Fault::Truncated),
            Event::Eof => return Ok(()),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
        }
    }
}
