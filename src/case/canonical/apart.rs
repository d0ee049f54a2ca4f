//! The keys that only rules ask for, apart from those that make the case.

use serde_yaml::{Mapping, Value as Yaml};

use crate::case::fields::{Field, Section};

/// Takes what only rules ask for out of a canonical tree. Lists keep their length, so that positions stay true.
pub(super) fn take(tree: &mut Mapping, section: &'static Section) -> Mapping {
    let mut taken = Mapping::new();
    for field in section.fields {
        let part = if field.rules {
            tree.remove(field.name.en)
        } else {
            tree.get_mut(field.name.en)
                .and_then(|value| within(value, field))
        };
        if let Some(part) = part {
            taken.insert(Yaml::String(field.name.en.to_owned()), part);
        }
    }
    taken
}

fn within(value: &mut Yaml, field: &'static Field) -> Option<Yaml> {
    let section = field.section()?;
    let part = |value: &mut Yaml| match value {
        Yaml::Mapping(map) => take(map, section),
        _ => Mapping::new(),
    };
    match value {
        Yaml::Sequence(items) => {
            let parts: Vec<Mapping> = items.iter_mut().map(part).collect();
            parts
                .iter()
                .any(|part| !part.is_empty())
                .then(|| Yaml::Sequence(parts.into_iter().map(Yaml::Mapping).collect()))
        }
        other => Some(part(other))
            .filter(|part| !part.is_empty())
            .map(Yaml::Mapping),
    }
}
