//! Evidence that was prepared in an earlier run.

use crate::evidence::{self, Buffers, Darkroom, Fault, Ingested, Item};
use crate::files::cache::Cache;

/// Ingests an item, or takes its result from the cache; the same bytes either way.
///
/// The original was read and hashed in this run; a file that cannot be filed is looked at anew every time.
pub(super) fn ingest(
    cache: Option<&Cache>,
    item: &Item,
    buffers: &Buffers,
    darkroom: &Darkroom,
) -> Result<Ingested, Fault> {
    let key = cache.and_then(|cache| Some((cache, evidence::key(item, cache.program())?)));
    let Some((cache, key)) = key else {
        return evidence::ingest_one(item, buffers, darkroom);
    };
    let kept = cache.get(&key);
    if let Some(kept) = kept.and_then(|bytes| evidence::read_kept(&bytes, &key, item)) {
        return Ok(kept);
    }
    let made = evidence::ingest_one(item, buffers, darkroom)?;
    if evidence::is_worth_keeping(&made) {
        cache.put(&key, &|output| evidence::write_kept(&made, &key, output));
    }
    Ok(made)
}
