//! The printed form of a provision.

use super::provision::Provision;
use super::text::Spot;
use crate::chinese;

impl Spot {
    /// Returns the place in words: 第二百八十七条之一, 第十条第一款第二项.
    pub fn written(self) -> String {
        [
            ("第", Some(self.article), "条"),
            ("之", self.suffix.map(u16::from), ""),
            ("第", self.paragraph.map(u16::from), "款"),
            ("第", self.item.map(u16::from), "项"),
        ]
        .into_iter()
        .filter_map(|(before, number, after)| {
            Some([before, &chinese::numeral(number?.into()), after].concat())
        })
        .collect()
    }

    /// Returns the item alone: 第二项.
    fn item_written(self) -> String {
        self.item
            .map(|item| format!("第{}项", chinese::numeral(item.into())))
            .unwrap_or_default()
    }

    /// Whether two places are of one article.
    fn shares_article(self, other: Self) -> bool {
        (self.article, self.suffix) == (other.article, other.suffix)
    }
}

impl Provision {
    /// Returns the full name in title marks: 《中华人民共和国民法典》.
    pub fn title(&self) -> String {
        self.instrument.marked_title()
    }

    /// Returns the place as it may be printed: where the breaks between paragraphs were not verified, the paragraph is
    /// left out rather than guessed.
    pub fn spot(&self) -> Spot {
        Spot {
            article: self.article,
            suffix: self.suffix,
            paragraph: self
                .paragraph
                .filter(|_| self.single_paragraph == Some(false)),
            item: self.item,
        }
    }

    /// Returns the place in words: 第二百八十七条之一, 第十条第一款第二项.
    pub fn place(&self) -> String {
        self.spot().written()
    }

    /// Returns the full official form: 《中华人民共和国民法典》第五百七十七条.
    pub fn citation(&self) -> String {
        self.title() + &self.place()
    }
}

/// Returns the places of several provisions of one instrument, in their order, those of one article together:
/// 第五百六十三条第一款第三项、第四项, 第五百七十七条.
pub fn places(provisions: &[&Provision]) -> String {
    let spots: Vec<Spot> = provisions.iter().map(|one| one.spot()).collect();
    listed(&spots)
}

/// Returns several places of one instrument, in their order, those of one article together.
pub(super) fn listed(spots: &[Spot]) -> String {
    let mut written: Vec<Spot> = Vec::new();
    let mut places: Vec<String> = Vec::new();
    for first in spots {
        if written.iter().any(|known| known.shares_article(*first)) {
            continue;
        }
        let mut same: Vec<Spot> = spots
            .iter()
            .copied()
            .filter(|one| one.shares_article(*first))
            .collect();
        same.sort_by_key(|one| (one.paragraph, one.item));
        for one in same {
            let whole = one.written();
            // What the place before it says already is not said again: the article, and the paragraph of an item.
            let known = written.last().filter(|last| last.shares_article(one));
            places.push(match known {
                None => whole,
                // An article or paragraph that was named covers what stands within it.
                Some(last) if covers(*last, one) => continue,
                Some(last) if last.paragraph == one.paragraph && one.item.is_some() => {
                    one.item_written()
                }
                Some(_) => whole
                    .split_once('条')
                    .map_or_else(|| whole.clone(), |(_, rest)| rest.to_owned()),
            });
            written.push(one);
        }
    }
    places.join("、")
}

/// Whether a place of an article takes in another one of it.
fn covers(whole: Spot, part: Spot) -> bool {
    let around = whole.paragraph.is_none() || whole.paragraph == part.paragraph;
    whole == part || whole.item.is_none() && around
}

#[cfg(test)]
mod tests {
    use super::places;
    use crate::law::provision;

    /// Ids and their printed form.
    const CITATIONS: [(&str, &str); 18] = [
        ("civil-code-577", "《中华人民共和国民法典》第五百七十七条"),
        (
            "civil-code-509-p1",
            "《中华人民共和国民法典》第五百零九条第一款",
        ),
        (
            "civil-code-563-p1-i4",
            "《中华人民共和国民法典》第五百六十三条第一款第四项",
        ),
        (
            "civil-code-511-i4",
            "《中华人民共和国民法典》第五百一十一条第四项",
        ),
        (
            "civil-code-1037",
            "《中华人民共和国民法典》第一千零三十七条",
        ),
        (
            "civil-code-1165",
            "《中华人民共和国民法典》第一千一百六十五条",
        ),
        ("ecommerce-law-20", "《中华人民共和国电子商务法》第二十条"),
        (
            "ecommerce-law-51-p2",
            "《中华人民共和国电子商务法》第五十一条第二款",
        ),
        (
            "consumer-law-55-p1",
            "《中华人民共和国消费者权益保护法》第五十五条第一款",
        ),
        (
            "consumer-law-48-p1-i7",
            "《中华人民共和国消费者权益保护法》第四十八条第一款第七项",
        ),
        (
            "consumer-regs-12",
            "《中华人民共和国消费者权益保护法实施条例》第十二条",
        ),
        (
            "order-121-10-p1-i2",
            "《市场监督管理投诉举报处理办法》第十条第一款第二项",
        ),
        (
            "order-121-16-i3",
            "《市场监督管理投诉举报处理办法》第十六条第三项",
        ),
        (
            "criminal-law-287-s1",
            "《中华人民共和国刑法》第二百八十七条之一",
        ),
        (
            "criminal-law-287-s2",
            "《中华人民共和国刑法》第二百八十七条之二",
        ),
        (
            "consumer-penalty-measures-5-i10",
            "《侵害消费者权益行为处罚办法》第五条第十项",
        ),
        (
            "cpl-interpretation-20",
            "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第二十条",
        ),
        (
            "civil-procedure-law-165-p1",
            "《中华人民共和国民事诉讼法》第一百六十五条第一款",
        ),
    ];

    #[test]
    fn the_official_form() {
        for (id, expected) in CITATIONS {
            assert_eq!(provision(id).unwrap().citation(), expected);
        }
    }

    #[test]
    fn the_parts_make_the_whole() {
        let provision = provision("civil-code-577").unwrap();
        assert_eq!(provision.title(), "《中华人民共和国民法典》");
        assert_eq!(provision.place(), "第五百七十七条");
    }

    #[test]
    fn places_of_one_article_stand_together() {
        for (ids, expected) in [
            (
                &[
                    "civil-code-563-p1-i4",
                    "civil-code-577",
                    "civil-code-563-p1-i3",
                ][..],
                "第五百六十三条第一款第三项、第四项、第五百七十七条",
            ),
            (&["order-121-23-p1-i5", "order-121-23"], "第二十三条"),
            (
                &["civil-code-566-p1", "civil-code-566-p2"],
                "第五百六十六条第一款、第二款",
            ),
            (
                &["consumer-law-16-p2", "consumer-law-48-p1-i7"],
                "第十六条第二款、第四十八条第一款第七项",
            ),
        ] {
            let provisions: Vec<_> = ids.iter().map(|id| provision(id).unwrap()).collect();
            assert_eq!(places(&provisions), expected);
        }
    }
}
