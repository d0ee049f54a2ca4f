//! Annotations and form fields that a viewer shows in a way of its own, because they do not say how they look.

use hayro::hayro_syntax::object::dict::keys::{
    ANNOTS, AP, AS, CONTENTS, F, FT, N, PARENT, RECT, SUBTYPE, V,
};
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Rect, Stream};
use hayro::hayro_syntax::page::Page;

use super::super::loss::Loss;

/// The flags of an annotation that is not shown on the screen: hidden, or not for view.
const UNSEEN: u32 = 1 << 1 | 1 << 5;

/// How many characters of an annotation are told.
const MOST_WORDS: usize = 20;

/// How far a form field may lie below the one that holds its value.
const DEEPEST: usize = 32;

/// Finds an annotation that a viewer shows and whose appearance is not in the document.
pub(super) fn check(page: &Page<'_>) -> Result<(), Loss> {
    let annotations = page.raw().get::<Array<'_>>(ANNOTS);
    let bare = annotations
        .iter()
        .flat_map(Array::iter::<Dict<'_>>)
        .find(|annotation| is_seen(annotation) && !has_look(annotation));
    match bare {
        Some(annotation) => Err(Loss::Annotation {
            kind: kind(&annotation).as_str().to_owned(),
            text: words(&annotation),
        }),
        None => Ok(()),
    }
}

/// The first characters of what an annotation or a form field says.
fn words(annotation: &Dict<'_>) -> String {
    let said = annotation
        .get::<Object<'_>>(CONTENTS)
        .or_else(|| inherited(annotation, V));
    let Some(Object::String(said)) = said else {
        return String::new();
    };
    let text = match said.as_bytes() {
        [0xFE, 0xFF, pairs @ ..] => {
            let units = pairs.chunks_exact(2);
            let units: Vec<u16> = units
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        [0xEF, 0xBB, 0xBF, text @ ..] => String::from_utf8_lossy(text).into_owned(),
        // The first half of PDFDocEncoding is ASCII, and most of the second is Latin-1.
        text => text.iter().map(|byte| char::from(*byte)).collect(),
    };
    let seen = text.chars().filter(|c| !c.is_control());
    seen.take(MOST_WORDS).collect()
}

/// Returns the kind of an annotation.
fn kind<'a>(annotation: &Dict<'a>) -> Name<'a> {
    annotation
        .get(SUBTYPE)
        .unwrap_or_else(|| Name::new_unescaped(b"?"))
}

/// Whether a viewer shows the annotation.
fn is_seen(annotation: &Dict<'_>) -> bool {
    let flags = annotation.get::<u32>(F).unwrap_or(0);
    let covers_something = annotation
        .get::<Rect>(RECT)
        .is_some_and(|rect| rect.width() > 0.0 && rect.height() > 0.0);
    let shows = match kind(annotation).as_ref() {
        b"?" | b"Link" | b"Popup" | b"PrinterMark" | b"TrapNet" => false,
        b"Widget" => is_filled(annotation),
        // A line may be level, so that its box has no height.
        b"Line" | b"Ink" | b"PolyLine" => return flags & UNSEEN == 0,
        _ => true,
    };
    shows && covers_something && flags & UNSEEN == 0
}

/// Whether the annotation says how it looks.
fn has_look(annotation: &Dict<'_>) -> bool {
    let looks = annotation.get::<Dict<'_>>(AP);
    match looks.and_then(|looks| looks.get::<Object<'_>>(N)) {
        Some(Object::Stream(look)) => look.decoded_data().is_ok(),
        // A box that is not ticked often has no look of its own.
        Some(Object::Dict(looks)) => annotation
            .get::<Name<'_>>(AS)
            .filter(|state| state.as_ref() != b"Off")
            .is_none_or(|state| looks.get::<Stream<'_>>(state).is_some()),
        _ => false,
    }
}

/// Whether a form field has a value, its own or one inherited.
fn is_filled(field: &Dict<'_>) -> bool {
    match inherited(field, FT).and_then(Object::into_name).as_deref() {
        Some(b"Btn") => {
            let state = field.get::<Name<'_>>(AS).or_else(|| {
                let value = inherited(field, V)?;
                value.into_name()
            });
            state.is_some_and(|state| state.as_ref() != b"Off")
        }
        _ => match inherited(field, V) {
            None | Some(Object::Null(_)) => false,
            Some(Object::String(text)) => !text.as_bytes().is_empty(),
            Some(Object::Array(items)) => items.raw_iter().next().is_some(),
            Some(_) => true,
        },
    }
}

/// Looks a key up in a form field and in those that it is a part of.
fn inherited<'a>(field: &Dict<'a>, key: &[u8]) -> Option<Object<'a>> {
    let mut field = field.clone();
    for _ in 0..DEEPEST {
        if let Some(value) = field.get(key) {
            return Some(value);
        }
        field = field.get::<Dict<'_>>(PARENT)?;
    }
    None
}
