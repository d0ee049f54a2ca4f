//! The printed form of a provision.

use super::provision::Provision;
use crate::chinese;

impl Provision {
    /// Returns the full name in title marks: 《中华人民共和国民法典》.
    pub fn title(&self) -> String {
        let inner = self.instrument.title;
        // 《标点符号用法》: a title inside a title takes single marks.
        format!("《{}》", inner.replace('《', "〈").replace('》', "〉"))
    }

    /// Returns the place: 第二百八十七条之一, 第十条第一款第二项.
    pub fn place(&self) -> String {
        // Where the breaks between paragraphs were not verified, the paragraph is left out rather than guessed.
        let paragraph = self
            .paragraph
            .filter(|_| self.single_paragraph == Some(false));
        [
            ("第", Some(self.article), "条"),
            ("之", self.suffix.map(u16::from), ""),
            ("第", paragraph.map(u16::from), "款"),
            ("第", self.item.map(u16::from), "项"),
        ]
        .into_iter()
        .filter_map(|(before, number, after)| {
            Some([before, &chinese::numeral(number?.into()), after].concat())
        })
        .collect()
    }

    /// Returns the full official form: 《中华人民共和国民法典》第五百七十七条.
    pub fn citation(&self) -> String {
        self.title() + &self.place()
    }
}

#[cfg(test)]
mod tests {
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
}
