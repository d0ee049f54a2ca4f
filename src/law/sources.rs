//! The law data as they were read, for archives.

/// Each data file of the law with its name.
pub const SOURCES: [(&str, &str); 5] = [
    ("grounds.yaml", include_str!("data/grounds.yaml")),
    ("instruments.yaml", include_str!("data/instruments.yaml")),
    ("misquotes.yaml", include_str!("data/misquotes.yaml")),
    ("provisions.yaml", include_str!("data/provisions.yaml")),
    ("values.yaml", include_str!("data/values.yaml")),
];
