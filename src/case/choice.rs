//! Words of a fixed vocabulary, in English and in Chinese.

/// A value that is written as one of a few words.
pub trait Choice: Copy + PartialEq + Sized + 'static {
    /// Every value with its English word and its Chinese words; the first Chinese word is the one that is printed.
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])];

    /// The value that a word means, in either language.
    fn from_word(word: &str) -> Option<Self> {
        let found = Self::WORDS
            .iter()
            .find(|(_, en, zh)| *en == word || zh.contains(&word));
        found.map(|(value, _, _)| *value)
    }

    /// The English word.
    fn en(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(value, _, _)| *value == self)
            .map_or("", |(_, en, _)| en)
    }

    /// The Chinese word that is printed.
    fn zh(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(value, _, _)| *value == self)
            .and_then(|(_, _, zh)| zh.first())
            .map_or("", |word| word)
    }
}
