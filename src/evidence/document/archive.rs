//! The ZIP archives that office documents are, with bounds on what comes out of them.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::super::fault::{Excess, Fault};
use super::{corrupt, within};

/// The most members of an archive.
const MOST_MEMBERS: usize = 5000;

/// The most bytes of all members together.
const MOST_BYTES: u64 = 256_000_000;

/// An archive in which every member was seen to unpack to a bearable size.
pub(in super::super) struct Archive<'a> {
    /// The reader.
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of the members, in order.
    pub(in super::super) names: Vec<String>,
}

impl<'a> Archive<'a> {
    /// Opens an archive and unpacks every member once, as a header can lie about sizes.
    pub(in super::super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Truncated)?;
        within(zip.len(), MOST_MEMBERS, Excess::Members)?;
        let (mut names, mut left) = (Vec::new(), MOST_BYTES);
        for index in 0..zip.len() {
            let member = zip.by_index(index).map_err(corrupt)?;
            names.push(member.name().map_err(corrupt)?.into_owned());
            let unpacked = std::io::copy(&mut member.take(left + 1), &mut std::io::sink());
            left = left
                .checked_sub(unpacked.map_err(corrupt)?)
                .ok_or(Fault::TooMuch {
                    what: Excess::Unpacked,
                    limit: MOST_BYTES,
                })?;
        }
        Ok(Self { zip, names })
    }

    /// The bytes of a member, if there is one of that name.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(index) = self.zip.index_for_name(name) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        let member = self.zip.by_index(index).map_err(corrupt)?;
        member
            .take(MOST_BYTES)
            .read_to_end(&mut bytes)
            .map_err(corrupt)?;
        Ok(Some(bytes))
    }

    /// The text of a member, if there is one of that name.
    pub(in super::super) fn text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let bytes = self.bytes(name)?;
        bytes
            .map(|bytes| super::super::text::decode_up_to(&bytes, bytes.len()))
            .transpose()
            .map(|decoded| decoded.map(|decoded| decoded.text))
    }

    /// How many members have a name with this start.
    pub(super) fn count(&self, start: &str) -> usize {
        self.names
            .iter()
            .filter(|name| name.starts_with(start))
            .count()
    }

    /// The names of members with this start, in order.
    pub(super) fn beginning(&self, start: &str) -> Vec<String> {
        let mut names: Vec<String> = self
            .names
            .iter()
            .filter(|name| name.starts_with(start) && !name.ends_with('/'))
            .cloned()
            .collect();
        names.sort();
        names
    }
}
