//! Awkward sentences and what is found in them on 22 November 2026.

/// A sentence, and each thing that is found in it: the words, the verdict and the entry.
pub(super) const CORPUS: &[(&str, &[&str])] = &[
    // Ways to write one place.
    ("依据民法典第577条", &["民法典第577条 good civil-code-577"]),
    (
        "依据《民法典》第五百七十七条",
        &["《民法典》第五百七十七条 good civil-code-577"],
    ),
    (
        "《中华人民共和国民法典》第 577 条",
        &["《中华人民共和国民法典》第 577 条 good civil-code-577"],
    ),
    (
        "民 法 典 第 ５７７ 條",
        &["民 法 典 第 ５７７ 條 good civil-code-577"],
    ),
    (
        "〈民法典〉第577条",
        &["〈民法典〉第577条 good civil-code-577"],
    ),
    ("民法典577", &["民法典577 good civil-code-577"]),
    ("民法典577条规定", &["民法典577条 good civil-code-577"]),
    (
        "《民法典》\n第五百七十七条",
        &["《民法典》\n第五百七十七条 good civil-code-577"],
    ),
    (
        "《民法典》（以下简称民法典）第577条",
        &["《民法典》（以下简称民法典）第577条 good civil-code-577"],
    ),
    ("“民法典”的第577条", &["第577条 good civil-code-577"]),
    (
        "《中华人民共和国刑法》第二百八十七条之一、之二",
        &[
            "《中华人民共和国刑法》第二百八十七条之一 good criminal-law-287-s1",
            "之二 good criminal-law-287-s2",
        ],
    ),
    (
        "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第二十条",
        &[
            "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第二十条 good cpl-interpretation-20",
        ],
    ),
    (
        "《最高人民法院关于适用《民事诉讼法》的解释》第20条",
        &["《最高人民法院关于适用《民事诉讼法》的解释》第20条 good cpl-interpretation-20"],
    ),
    (
        "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释第20条",
        &[
            "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释第20条 good cpl-interpretation-20",
        ],
    ),
    (
        "民法典第五百零九条第一款、第五百七十七条",
        &[
            "民法典第五百零九条第一款 good civil-code-509-p1",
            "第五百七十七条 good civil-code-577",
        ],
    ),
    (
        "《民法典》第577条、《电商法》第20条",
        &[
            "《民法典》第577条 good civil-code-577",
            "《电商法》第20条 good ecommerce-law-20",
        ],
    ),
    (
        "民法典第563,565,566条",
        &[
            "民法典第563 good civil-code-563-p1-i2",
            "565 good civil-code-565",
            "566条 good civil-code-566-p1",
        ],
    ),
    (
        "民法典第496、497条",
        &[
            "民法典第496 good civil-code-496-p1",
            "497条 good civil-code-497",
        ],
    ),
    (
        "民诉法第102条至第104条",
        &[
            "民诉法第102条 unlisted civil-procedure-law",
            "第102条至第104条 good civil-procedure-law-103",
            "第104条 good civil-procedure-law-104",
        ],
    ),
    (
        "民法典第五百七十七条至五百七十九条",
        &[
            "民法典第五百七十七条 good civil-code-577",
            "第五百七十七条至五百七十九条 good civil-code-578",
            "五百七十九条 good civil-code-579",
        ],
    ),
    (
        "电商法第15-17条",
        &[
            "电商法第15 good ecommerce-law-15",
            "第15-17条 unlisted ecommerce-law",
            "17条 good ecommerce-law-17",
        ],
    ),
    (
        "第121号令第16条第(二)项",
        &["121号令第16条第(二)项 good order-121-16-i2"],
    ),
    (
        "总局令第121号第16条第（二）项、第（四）项",
        &[
            "总局令第121号第16条第（二）项 good order-121-16-i2",
            "第（四）项 good order-121-16-i4",
        ],
    ),
    (
        "投诉举报办法第十六条第三项、第四项",
        &[
            "投诉举报办法第十六条第三项 good order-121-16-i3",
            "第四项 good order-121-16-i4",
        ],
    ),
    (
        "投诉举报处理办法第十条第1款第②项",
        &["投诉举报处理办法第十条第1款第②项 good order-121-10-p1-i2"],
    ),
    (
        "消保法第48条第1款第(7)、(8)项",
        &[
            "消保法第48条第1款第(7)、(8)项 good consumer-law-48-p1-i7",
            "第(7)、(8)项 good consumer-law-48-p1-i8",
        ],
    ),
    (
        "民法典第五百六十三条第一款第三项或者第四项",
        &[
            "民法典第五百六十三条第一款第三项 good civil-code-563-p1-i3",
            "第四项 good civil-code-563-p1-i4",
        ],
    ),
    ("消保法55条1款", &["消保法55条1款 good consumer-law-55-p1"]),
    (
        "消保法第五十五条第一款和第二款",
        &[
            "消保法第五十五条第一款 good consumer-law-55-p1",
            "第二款 no place consumer-law-55-p1",
        ],
    ),
    ("消保法55", &["消保法55 good consumer-law-55-p1"]),
    ("消保法44(1)", &["消保法44(1) no place consumer-law-44-p1"]),
    // Inheritance.
    (
        "根据民法典规定，第577条适用，另见第584条。第585条不在这句里。",
        &["第577条 good civil-code-577", "第584条 good civil-code-584"],
    ),
    ("第577条", &[]),
    ("民法典的规定很多；第577条", &["民法典 named civil-code"]),
    (
        "消费者权益保护法实施条例第十二条，该条例第十七条，本条例第十九条",
        &[
            "消费者权益保护法实施条例第十二条 good consumer-regs-12",
            "第十七条 good consumer-regs-17",
            "第十九条 good consumer-regs-19",
        ],
    ),
    (
        "消费者权益保护法第26条，实施条例第17条",
        &[
            "消费者权益保护法第26条 good consumer-law-26-p1",
            "第17条 good consumer-regs-17",
        ],
    ),
    ("根据条例第12条", &["条例第12条 ambiguous 条例"]),
    ("依照《办法》第16条", &["《办法》第16条 ambiguous 办法"]),
    (
        "民法典第577条以及该法第584条",
        &[
            "民法典第577条 good civil-code-577",
            "第584条 good civil-code-584",
        ],
    ),
    ("根据该法第五条", &["该法第五条 ambiguous 该法"]),
    (
        "根据《电子商务法》第20条。该法第38条另有规定",
        &[
            "《电子商务法》第20条 good ecommerce-law-20",
            "第38条 good ecommerce-law-38-p1",
        ],
    ),
    (
        "原告根据合同法第107条起诉",
        &["合同法第107条 misquote contract-law-repealed"],
    ),
    (
        "民法典第577条至第579条、第584条",
        &[
            "民法典第577条 good civil-code-577",
            "第577条至第579条 good civil-code-578",
            "第579条 good civil-code-579",
            "第584条 good civil-code-584",
        ],
    ),
    (
        "消保法第二十六条、二十五条、24条",
        &[
            "消保法第二十六条 good consumer-law-26-p1",
            "二十五条 good consumer-law-25-p1",
            "24条 good consumer-law-24",
        ],
    ),
    (
        "消保法第26条，3条消息为证",
        &["消保法第26条 good consumer-law-26-p1"],
    ),
    (
        "《民法典·合同编》第五百七十七条",
        &["《民法典·合同编》第五百七十七条 good civil-code-577"],
    ),
    (
        "民法典·合同编第577条",
        &["民法典·合同编第577条 good civil-code-577"],
    ),
    (
        "《关于审理网络消费纠纷案件适用法律若干问题的规定（一）》第一条",
        &[
            "《关于审理网络消费纠纷案件适用法律若干问题的规定（一）》第一条 good online-consumption-rules-1",
        ],
    ),
    (
        "《最高法关于民事诉讼证据的若干规定》第十四条",
        &["《最高法关于民事诉讼证据的若干规定》第十四条 good evidence-rules-14"],
    ),
    (
        "《关于民事诉讼证据的若干规定》第十四条",
        &["《关于民事诉讼证据的若干规定》第十四条 good evidence-rules-14"],
    ),
    (
        "民法典合同编司法解释第25条",
        &["民法典合同编司法解释第25条 good contract-interpretation-25-p1"],
    ),
    // Laws that the register lacks.
    (
        "依据《电子商务法》第二十条以及票据法第一百条",
        &[
            "《电子商务法》第二十条 good ecommerce-law-20",
            "票据法第一百条 other",
        ],
    ),
    (
        "民法典第577条和宪法第33条",
        &["民法典第577条 good civil-code-577", "宪法第33条 other"],
    ),
    (
        "电商法第20条、劳动争议调解仲裁法第27条",
        &[
            "电商法第20条 good ecommerce-law-20",
            "劳动争议调解仲裁法第27条 other",
        ],
    ),
    ("劳动人事争议仲裁法第27条", &["仲裁法第27条 other"]),
    ("根据电信条例第三十九条", &["电信条例第三十九条 other"]),
    ("根据消保法和平台规定第五条", &["消保法 named consumer-law"]),
    (
        "根据消保法和店铺管理办法第五条",
        &["消保法 named consumer-law"],
    ),
    (
        "电商法的第20条，海商法第3条、第4条",
        &[
            "第20条 good ecommerce-law-20",
            "海商法第3条 other",
            "第4条 other",
        ],
    ),
    ("根据电商法规定的第20条", &["第20条 good ecommerce-law-20"]),
    (
        "网络预约出租汽车管理规定第9条",
        &["网络预约出租汽车管理规定第9条 other"],
    ),
    ("违反该办法第9条", &["办法第9条 ambiguous 办法"]),
    // No law.
    (
        "《充值服务条款》第5条",
        &["《充值服务条款》第5条 misquote invented-clauses"],
    ),
    ("合同第三条写明", &[]),
    (
        "根据民法典第577条和合同第三条、第四条",
        &["民法典第577条 good civil-code-577"],
    ),
    (
        "按照用户协议第8条、《服务协议》第9条以及平台规则第10条",
        &[],
    ),
    (
        "民法典第577条。聊天记录第3条：第5条消息",
        &["民法典第577条 good civil-code-577"],
    ),
    (
        "根据消保法，见第3条短信和第4条消息",
        &["消保法 named consumer-law"],
    ),
    (
        "合同约定的第三条与民法典第577条",
        &["民法典第577条 good civil-code-577"],
    ),
    ("共120条", &[]),
    (
        "民法典2021年施行，民法典1260条",
        &[
            "民法典 named civil-code",
            "民法典1260条 unlisted civil-code",
        ],
    ),
    // Standing.
    ("民法典第1261条", &["民法典第1261条 only 1260"]),
    ("民法典第9999条第2款", &["民法典第9999条第2款 only 1260"]),
    ("民法典第3条", &["民法典第3条 unlisted civil-code"]),
    (
        "合同法第107条",
        &["合同法第107条 misquote contract-law-repealed"],
    ),
    ("劳动合同法第39条", &["劳动合同法第39条 other"]),
    ("《产品质量法》第40条", &["《产品质量法》第40条 other"]),
    (
        "《某某市消费者保护条例》第5条",
        &["《某某市消费者保护条例》第5条 other"],
    ),
    (
        "民诉法第119条",
        &["民诉法第119条 renumbered civil-procedure-law-v2017-119 -> civil-procedure-law-122"],
    ),
    (
        "民事诉讼法（2017年修正）第162条",
        &[
            "民事诉讼法（2017年修正）第162条 renumbered civil-procedure-law-v2017-162 -> civil-procedure-law-165-p1",
        ],
    ),
    (
        "消费者权益保护法（1993）第49条",
        &["消费者权益保护法（1993）第49条 renumbered consumer-law-v2009-49 -> consumer-law-55-p1"],
    ),
    (
        "原合同法第107条已由民法典第577条代替",
        &["民法典第577条 good civil-code-577"],
    ),
    (
        "依据民法通则第135条，时效为两年",
        &["民法通则第135条 misquote general-principles-repealed"],
    ),
    (
        "消保法第55条第3款",
        &["消保法第55条第3款 no place consumer-law-55-p1"],
    ),
    (
        "民法典第577条第二款",
        &["民法典第577条第二款 one paragraph civil-code-577"],
    ),
    (
        "《市场监督管理投诉举报处理办法》第十六条第（八）项",
        &["《市场监督管理投诉举报处理办法》第十六条第（八）项 no place order-121-16"],
    ),
    (
        "民诉法第一百二十二条第九项",
        &["民诉法第一百二十二条第九项 no place civil-procedure-law-122"],
    ),
    (
        "民法典第577条第9项",
        &["民法典第577条第9项 no place civil-code-577"],
    ),
    (
        "消保法第25条第1款第9项",
        &["消保法第25条第1款第9项 no place consumer-law-25-p1"],
    ),
    (
        "《消费者权益保护法》（2013修正）第四十九条",
        &["《消费者权益保护法》（2013修正）第四十九条 unlisted consumer-law"],
    ),
    (
        "民事诉讼法（2023年修正）第119条",
        &["民事诉讼法（2023年修正）第119条 unlisted civil-procedure-law"],
    ),
    (
        "依据消费者权益保护法要求退款",
        &["消费者权益保护法 named consumer-law"],
    ),
    // Statements.
    (
        "根据电子商务法第二十条，七天内无理由退货",
        &["电子商务法第二十条 misquote ecl20-seven-day"],
    ),
    (
        "电商法第20条与七日无理由退货无关",
        &["电商法第20条 good ecommerce-law-20"],
    ),
    ("本案不适用第五十五条的三倍赔偿，只是未到账", &[]),
    (
        "商家未发货，应当退一赔三",
        &["退一赔三 misquote triple-without-fraud"],
    ),
    (
        "小额诉讼标准是百分之三十",
        &["百分之三十 misquote small-claims-30"],
    ),
    ("小额诉讼标准是130%", &[]),
    (
        "劳动合同法与合同法第107条",
        &[
            "劳动合同法 other",
            "合同法第107条 misquote contract-law-repealed",
        ],
    ),
];
