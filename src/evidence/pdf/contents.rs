//! Whether the description of a page can be read as a whole.

use hayro::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_syntax::object::dict::keys::CONTENTS;
use hayro::hayro_syntax::object::{Array, Null, Stream};
use hayro::hayro_syntax::page::Page;

use super::super::loss::Loss;

/// The most bytes to which a compressor brings nothing at all.
const NOTHING: usize = 16;

/// Finds parts of a page's description that are missing or cannot be decoded.
pub(super) fn check(page: &Page<'_>) -> Result<(), Loss> {
    let dict = page.raw();
    if let Some(stream) = dict.get::<Stream<'_>>(CONTENTS) {
        decodes(&stream)?;
    } else if let Some(streams) = dict.get::<Array<'_>>(CONTENTS) {
        let written = streams.raw_iter().count();
        let mut found = 0;
        for stream in streams.iter::<Stream<'_>>() {
            decodes(&stream)?;
            found += 1;
        }
        if found < written {
            return Err(Loss::Page);
        }
    } else if dict.contains_key(CONTENTS) && dict.get::<Null>(CONTENTS).is_none() {
        return Err(Loss::Page);
    }
    let mut operations = page.typed_operations();
    while let Some(operation) = operations.next() {
        if let TypedInstruction::XObject(object) = operation
            && page.resources().get_x_object(object.0).is_none()
        {
            return Err(Loss::Picture);
        }
    }
    Ok(())
}

/// Fails where a stream holds data of which nothing can be decoded.
fn decodes(stream: &Stream<'_>) -> Result<(), Loss> {
    match stream.decoded_data() {
        Ok(data) if !data.is_empty() || stream.raw_data().len() <= NOTHING => Ok(()),
        _ => Err(Loss::Page),
    }
}
