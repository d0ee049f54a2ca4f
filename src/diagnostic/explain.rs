//! What each code means: its cause, an example, and the repair.

use super::Lang;

/// Everything that is said about a code, in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// Why it is shown.
    pub cause: &'static str,
    /// Lines of a case file that show it.
    pub example: &'static str,
    /// What to do.
    pub repair: &'static str,
}

impl Explanation {
    /// The explanation as a page of text.
    pub fn page(&self, code: &str, lang: Lang) -> String {
        let [cause, example, repair] = match lang {
            Lang::Zh => ["原因", "例子", "改法"],
            Lang::En => ["Cause", "Example", "Repair"],
        };
        let lines: String = self
            .example
            .lines()
            .flat_map(|line| ["    ", line, "\n"])
            .collect();
        format!(
            "{code}\n\n{cause}\n    {}\n\n{example}\n{lines}\n{repair}\n    {}\n",
            self.cause, self.repair
        )
    }
}

/// The explanation of a code; none where there is no such code.
pub fn explain(code: &str, lang: Lang) -> Option<Explanation> {
    let row = ROWS.iter().find(|row| row.code == code)?;
    Some(match lang {
        Lang::Zh => Explanation {
            cause: row.zh.0,
            example: row.example,
            repair: row.zh.1,
        },
        Lang::En => Explanation {
            cause: row.en.0,
            example: row.example,
            repair: row.en.1,
        },
    })
}

/// All codes, for a list and for the nearest one to a misspelt one.
pub fn codes() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|row| row.code)
}

/// One code with cause and repair in both languages.
struct Row {
    code: &'static str,
    example: &'static str,
    zh: (&'static str, &'static str),
    en: (&'static str, &'static str),
}

const fn row(
    code: &'static str,
    example: &'static str,
    zh: (&'static str, &'static str),
    en: (&'static str, &'static str),
) -> Row {
    Row {
        code,
        example,
        zh,
        en,
    }
}

const ROWS: &[Row] = &[
    row(
        "file-too-large",
        "（超过 2 MB 的文件）",
        (
            "案情文件只有文字，超过 2 MB 多半是把别的文件当成了案情文件。",
            "确认文件名；图片放在旁边，在「证据」里写路径。",
        ),
        (
            "A case file is text; over 2 MB it is mostly another file.",
            "Check the file name; keep pictures beside it and write their paths under `evidence`.",
        ),
    ),
    row(
        "not-utf8",
        "（另存为 ANSI、GBK 或 Unicode 的文件）",
        (
            "文件不是 UTF-8 编码，读出来会是乱码。",
            "用编辑器「另存为」，编码选 UTF-8。",
        ),
        (
            "The file is not UTF-8 and would be read as gibberish.",
            "Save it again with the encoding UTF-8.",
        ),
    ),
    row(
        "empty-file",
        "# 只有注释",
        (
            "文件里没有内容，或只有注释。",
            "从 examples/minimal/case.yaml 抄一份来改。",
        ),
        (
            "There is nothing in the file, or only comments.",
            "Start from a copy of examples/minimal/case.yaml.",
        ),
    ),
    row(
        "several-documents",
        "标题: 甲\n---\n标题: 乙",
        (
            "一行 `---` 把文件分成了两份；一个文件只能写一件事。",
            "删去 `---`，或分成两个文件。",
        ),
        (
            "A line `---` splits the file in two; one file holds one case.",
            "Remove `---`, or use two files.",
        ),
    ),
    row(
        "not-a-map",
        "- 充值未到账",
        (
            "文件最外层要由「键: 值」组成，这里是列表或一段文字。",
            "写成 `标题: 充值未到账`。",
        ),
        (
            "The file must be made of `key: value`; here is a list or a text.",
            "Write `title: Not delivered`.",
        ),
    ),
    row(
        "yaml-syntax",
        "标题: \"充值未到账\n商品: QQ绿钻",
        (
            "写法不符合 YAML，读不下去：引号或括号没有配对、没有对齐、值里有「: 」。",
            "看指出的那一行和它的上一行；拿不准的值用半角引号括起来。",
        ),
        (
            "The text is not YAML and cannot be read on: a quotation mark or bracket is open, lines are not aligned, or a value holds `: `.",
            "Look at the line shown and the one before it; put doubtful values in quotation marks.",
        ),
    ),
    row(
        "tab-indentation",
        "投诉人:\n\t姓名: 林晓舟",
        ("YAML 不许用 Tab 缩进。", "把 Tab 换成空格，每深一层两个。"),
        (
            "YAML does not allow tabs in indentation.",
            "Use two spaces for each level.",
        ),
    ),
    row(
        "full-width-colon",
        "投诉人:\n  姓名：林晓舟",
        (
            "键后面用了全角冒号，YAML 会把整行当成一段文字。",
            "改成 `姓名: 林晓舟`，冒号半角，后面空一格。值里面的全角冒号没有关系。",
        ),
        (
            "A full-width colon follows a key, so that YAML takes the whole line for text.",
            "Write `姓名: 林晓舟` with an ordinary colon and a space. Full-width colons inside values are fine.",
        ),
    ),
    row(
        "colon-without-space",
        "标题:充值未到账",
        (
            "冒号后面没有空格，YAML 会把整行当成一段文字。",
            "改成 `标题: 充值未到账`。",
        ),
        (
            "Without a space after the colon YAML takes the whole line for text.",
            "Write `title: Not delivered`.",
        ),
    ),
    row(
        "too-deep",
        "标题: [[[[[[……]]]]]]",
        ("层次超过 64 层，案情文件不会这样深。", "检查括号和缩进。"),
        (
            "Nested deeper than 64 levels, as no case is.",
            "Check brackets and indentation.",
        ),
    ),
    row(
        "too-many-values",
        "甲: &a [1, 2]\n乙: &b [*a, *a]",
        (
            "把引用展开后内容超过十万项或 8 MB。",
            "不要层层引用，直接写出内容。",
        ),
        (
            "With every alias expanded there are more than 100,000 values or 8 MB.",
            "Write the content out instead of nesting aliases.",
        ),
    ),
    row(
        "alias-to-itself",
        "证据: &a\n  - *a",
        (
            "引用写在它所引用的内容里面，展开没有尽头。",
            "删去引用，或直接写出内容。",
        ),
        (
            "The alias stands inside of what it stands for, without end.",
            "Remove it, or write the content out.",
        ),
    ),
    row(
        "bad-merge",
        "投诉人:\n  <<: 林晓舟",
        (
            "`<<` 只能合并一组键。",
            "写成 `<<: *名字`，`&名字` 标在一组键上。",
        ),
        (
            "`<<` only merges keys.",
            "Write `<<: *name`, with `&name` on keys.",
        ),
    ),
    row(
        "key-not-text",
        "{[a, b]: c}",
        ("键是列表或一组键，键只能是文字。", "检查括号和冒号的位置。"),
        (
            "A key is a list or keys; it can only be text.",
            "Check brackets and colons.",
        ),
    ),
    row(
        "control-character",
        "标题: 充值␇未到账",
        (
            "文字里有看不见的控制字符，已去掉。",
            "核对这一行；重新录入更稳妥。",
        ),
        (
            "The text held control characters, which were taken out.",
            "Check the line, or type it again.",
        ),
    ),
    row(
        "unknown-key",
        "投诉人:\n  联系人: 林晓舟",
        (
            "这一处没有这个键：写错了字，或缩进不对，写到了别的键下面。",
            "改成提示的写法，或按提示移到正确的地方。",
        ),
        (
            "There is no such key here: it is misspelt, or indented under another key.",
            "Write it as suggested, or move it.",
        ),
    ),
    row(
        "duplicate-key",
        "投诉人:\n  姓名: 林晓舟\n  name: 林晓舟",
        (
            "同一项写了两次，中英文各写一次也算。",
            "只留一个。有几项时写成列表。",
        ),
        (
            "One key stands twice, perhaps once in each language.",
            "Keep one. Write several things as a list.",
        ),
    ),
    row(
        "wrong-shape",
        "标题:\n  - 充值未到账\n  - QQ绿钻",
        (
            "该写一个值的地方写了列表或一组键，或者反过来。",
            "按提示改成一个值、一组键或列表。",
        ),
        (
            "A list or keys stand where one value belongs, or the other way round.",
            "Write it as suggested.",
        ),
    ),
    row(
        "invisible-character",
        "平台订单号: KM2026<U+200B>1101",
        (
            "号码里夹着看不见的字符，多半是从网页复制时带进来的，已去掉。",
            "对照原页面核对号码。",
        ),
        (
            "Invisible characters stood in a number, mostly from copying, and were taken out.",
            "Compare the number with the page.",
        ),
    ),
    row(
        "placeholder",
        "投诉人:\n  电话: 待填",
        (
            "这里还是占位的字，按没有写处理，不会印出来。",
            "填上真实内容，或删去这一行。",
        ),
        (
            "A stand-in is read as if it were not there, and never printed.",
            "Fill it in, or remove the line.",
        ),
    ),
    row(
        "internal",
        "（任何文件）",
        (
            "程序自己的两张表对不上，是程序的错。",
            "请把这条信息报告给我们。",
        ),
        (
            "Two tables of the program disagree; that is our mistake.",
            "Please report the message.",
        ),
    ),
    row(
        "not-an-amount",
        "支付:\n  金额: 一百多",
        ("看不出是多少钱。", "写成 168、168.00、¥168 或 168元。"),
        ("This is no sum of money.", "Write 168, 168.00 or ¥168."),
    ),
    row(
        "negative-amount",
        "支付:\n  金额: -168",
        (
            "金额不能是负数。",
            "付了多少写多少；退回的写在「已退金额」。",
        ),
        (
            "A sum cannot be below zero.",
            "Write what was paid; what came back goes under `refunded`.",
        ),
    ),
    row(
        "amount-below-fen",
        "支付:\n  金额: 168.005",
        ("最小到分，小数最多两位。", "按账单写。"),
        (
            "Fen are the smallest unit: two decimals at most.",
            "Write it as on the bill.",
        ),
    ),
    row(
        "amount-too-large",
        "支付:\n  金额: 2026110122001400",
        ("超过一百亿元，多半是把单号写成了金额。", "核对账单。"),
        (
            "Over ten billion yuan it is mostly an order number.",
            "Check the bill.",
        ),
    ),
    row(
        "zero-amount",
        "支付:\n  金额: 0",
        ("付款金额是 0。", "写实际支付的金额；没有付成的不写。"),
        (
            "The payment is 0.",
            "Write the sum that was paid; leave out what was not.",
        ),
    ),
    row(
        "refund-over-payment",
        "支付: {金额: 100, 已退金额: 120}",
        ("一笔付款退回的比付的还多。", "核对账单；多笔付款分开写。"),
        (
            "More came back than was paid.",
            "Check the bill; write each payment on its own.",
        ),
    ),
    row(
        "not-a-date",
        "发现时间: 昨天晚上",
        ("看不出是哪一天。", "写成 2026-11-01 或 2026-11-01 20:58。"),
        ("This is no date.", "Write 2026-11-01 or 2026-11-01 20:58."),
    ),
    row(
        "impossible-date",
        "发现时间: 2026-02-30",
        ("日历上没有这一天，或没有这个时刻。", "核对年月日和时分。"),
        (
            "The calendar has no such day, or the clock no such time.",
            "Check the date and the time.",
        ),
    ),
    row(
        "not-a-day",
        "投诉人:\n  出生日期: 1998-05-06 08:00",
        ("这里只写日期。", "去掉钟点。"),
        ("Only a day belongs here.", "Remove the time."),
    ),
    row(
        "line-without-date",
        "协商:\n  - 在线客服：称系统处理中",
        (
            "协商和经过按时间排列，每条要以时间开头。",
            "写成 `- 2026-11-01 21:40 在线客服：称系统处理中`；只记得日期就只写日期。",
        ),
        (
            "Contacts and facts are put in order of time, so each begins with one.",
            "Write `- 2026-11-01 21:40 …`; a date alone is enough.",
        ),
    ),
    row(
        "not-a-length-of-time",
        "订单:\n  承诺: {时限: 很快}",
        (
            "看不出是多长时间。",
            "写成 10分钟、24小时 或 7天。原话写在「原文」。",
        ),
        (
            "This is no length of time.",
            "Write 10m, 24h or 7d; the words of the page go under `text`.",
        ),
    ),
    row(
        "not-a-rate",
        "诉求: [{利息: {利率: 千分之三, 来源: 全国银行间同业拆借中心}}]",
        (
            "这里要一个年利率：大于零，最多两位小数。",
            "写成 3.00%。没有另行约定的，用起算日适用的一年期贷款市场报价利率，并写明来源。",
        ),
        (
            "A yearly rate belongs here: above zero, at most two decimals.",
            "Write 3.00%. Unless another rate was agreed, take the one-year loan prime rate of the first day and name its source.",
        ),
    ),
    row(
        "not-a-count",
        "商品: {名称: 点卡, 数量: 两三张}",
        ("这里要一个整数。", "写成 2。"),
        ("A whole number belongs here.", "Write 2."),
    ),
    row(
        "not-a-timecode",
        "证据:\n  文件: 通话.mp3\n  文字稿: [开头 客服：您好]",
        (
            "文字稿的每一条要写明在录音录像的什么时候，分和秒从开头数起。",
            "写成 `00:12 客服：您好`；一小时以上写成 1:02:03。",
        ),
        (
            "Every entry of a transcript says where in the recording it is heard, in minutes and seconds from the start.",
            "Write `00:12 agent: hello`; from an hour on 1:02:03.",
        ),
    ),
    row(
        "timecodes-out-of-order",
        "证据:\n  文件: 通话.mp3\n  文字稿: [\"01:30 客服：已登记\", \"00:12 客服：您好\"]",
        (
            "文字稿按录音的先后排列，后一条不能比前一条早。",
            "核对分和秒，或者调换次序。",
        ),
        (
            "A transcript follows the recording: no entry is earlier than the one above.",
            "Check minutes and seconds, or change the order.",
        ),
    ),
    row(
        "not-an-excerpt",
        "证据:\n  文件: 聊天.txt\n  节选: 前面几条",
        (
            "节选要写第几条至第几条，或者哪天至哪天，小的在前。",
            "写成 12-40，或者 2026-11-01 至 2026-11-03。",
        ),
        (
            "An excerpt goes from one message to another or from one day to another, the smaller first.",
            "Write 12-40, or 2026-11-01 至 2026-11-03.",
        ),
    ),
    row(
        "recording-without-words",
        "证据:\n  文件: 通话.mp3",
        (
            "受理的人看的是纸面材料，听不到录音；没有文字稿，这份证据只说明有这么一个文件。",
            "用「文字稿」写出说的话和时点；画面用截图，列在同一份证据的「文件」里。",
        ),
        (
            "An office reads paper: without its words a recording only shows that there is a file.",
            "Write down what is said under `transcript`; list still pictures under `files`.",
        ),
    ),
    row(
        "wrong-citation",
        "经过:\n  - 2026-11-03 依据电商法第20条要求七天无理由退货",
        (
            "自己的话里引用的法条已经失效、换了条号、与所说的内容不符，或者程序的登记里没有。引错法条会使整份材料失去可信。",
            "按提示改正或者删去；依据由程序按问题类型写入。查条文用 tousu law，检查一段文字用 tousu law --check。",
        ),
        (
            "A provision cited in the writer's own words is superseded, renumbered, used for what it does not say, or not in the register. A wrong citation costs the whole filing its credit.",
            "Correct it or leave it out: the program cites what fits the problem. `tousu law` looks provisions up, `tousu law --check` judges a text.",
        ),
    ),
    row(
        "misquoted-law",
        "经过:\n  - 2026-11-03 依据电商法第20条要求七天无理由退货",
        (
            "这一说法是已知的误引：法律没有这样规定、规定已经失效、条号已变，或者超出了法律的规定。",
            "按提示改写或者删去；tousu law 加误引的编号，可以看依据。",
        ),
        (
            "A known misquote: the law does not say so, is out of force, has moved, or says less.",
            "Rewrite it as the message says or leave it out; `tousu law` with the id of the misquote shows what that rests on.",
        ),
    ),
    row(
        "superseded-law",
        "经过:\n  - 2026-11-03 依据《最高人民法院关于民事诉讼证据的若干规定》第七十五条要求对方举证",
        (
            "所引的法律或者条文在提交之日已经失效，或者条号已变。",
            "改引提示所列的现行条文；没有对应条文的，删去。",
        ),
        (
            "The law or provision cited is out of force on the day of filing, or its number has moved.",
            "Cite the present provision that the message names; where there is none, leave it out.",
        ),
    ),
    row(
        "law-not-yet-in-force",
        "经过:\n  - 2026-04-01 依据《市场监督管理投诉举报处理办法》第十条投诉",
        (
            "所引的规定在提交之日还没有施行。",
            "改引提交之日有效的规定；日期不对的，用 --date 写明提交之日。",
        ),
        (
            "The rule cited is not in force yet on the day of filing.",
            "Cite what is in force on that day; if the day is wrong, give it with `--date`.",
        ),
    ),
    row(
        "no-such-article",
        "经过:\n  - 2026-11-03 依据《民法典》第一千三百条要求退款",
        (
            "所引的法律没有这一条，或者该条只有一款。",
            "对照原文核对法律名称、条、款、项。",
        ),
        (
            "The law cited has no such article, or the article has one paragraph only.",
            "Check the name of the law and the article, paragraph and item in the text.",
        ),
    ),
    row(
        "law-not-in-register",
        "经过:\n  - 2026-11-03 依据《产品质量法》第四十条要求退货",
        (
            "程序的登记里没有这部法律、这一条，或者这一款、项；不等于没有这样的规定。",
            "对照原文核对名称、条号和是否有效。",
        ),
        (
            "The register lacks this law, this article, or this paragraph or item, which does not mean that there is none.",
            "Check name, number and validity in the text.",
        ),
    ),
    row(
        "ambiguous-law",
        "经过:\n  - 2026-11-03 依据《条例》第十条要求退款",
        (
            "只写“条例”“办法”“解释”等，看不出是哪一部。",
            "写出全称，如《中华人民共和国消费者权益保护法实施条例》。",
        ),
        (
            "A word such as 条例, 办法 or 解释 alone names no law.",
            "Write the full name.",
        ),
    ),
    row(
        "unverified-law",
        "经过:\n  - 2026-11-03 依据《互联网平台价格行为规则》第二十条要求退款",
        (
            "登记里有这一条，但没有核对到可以印入文书的程度。",
            "提交前对照原文核对，或者改引核对过的条文。",
        ),
        (
            "The register has the provision, but it was not checked well enough to be printed.",
            "Compare it with the text before filing, or cite a provision that was checked.",
        ),
    ),
    row(
        "ends-soon",
        "交付: {收到时间: 2026-11-20}",
        (
            "有一个期限三天之内到期，按案情里记录的日期算出。",
            "先办这一件；全部期限和依据见 tousu plan，提醒可以用 tousu plan --ics 写进日历。",
        ),
        (
            "A time limit, counted from the dates that the case records, ends within three days.",
            "Do this first; `tousu plan` lists all time limits with their basis, and `tousu plan --ics` writes them to a calendar.",
        ),
    ),
    row(
        "quantity-over-order",
        "商品: {名称: 点卡, 数量: 2}\n诉求:\n  - 补发: 3",
        (
            "请求补发、更换的数量多于购买的数量。超出的部分没有依据。",
            "核对「商品」和「诉求」的数量。",
        ),
        (
            "More pieces are asked for than were bought; nothing supports the rest.",
            "Check `quantity` under `goods` and under `claims`.",
        ),
    ),
    row(
        "captured-before-event",
        "证据:\n  - {文件: 余额.png, 证明: 未履行, 截取时间: 2026-10-31}",
        (
            "证据的截取时间早于它要证明的事，如付款以前的截图证明不了付款以后没有到账；协商、经过、通知、处理结果引用的证据也一样。",
            "核对「截取时间」和付款、协商、结果的时间；截图确实更早的，改「证明」和引用它的地方，或者重新截取。",
        ),
        (
            "An exhibit was captured before what it is to prove: a picture from before the payment cannot show that nothing arrived after it. The same goes for what contacts, facts, notices and results name as their proof.",
            "Compare `captured` with the times of payment, contacts and results; if the picture is older, change `proves` and what cites it, or take it again.",
        ),
    ),
    row(
        "agent-without-authority",
        "投诉人:\n  代理人: {姓名: 张某}",
        (
            "写了代理人而没有写代理权限，或者只写“全权代理”。承认、放弃、变更请求，和解，提起反诉或者上诉，必须有特别授权；只写“全权代理”的没有这些权限。",
            "写明一般代理，或者特别授权并逐项写明，附授权委托书。",
        ),
        (
            "An agent is named without authority, or only with 全权代理, which does not cover admitting, waiving or changing claims, settling, counterclaims or appeals.",
            "Write `authority`: general, or special with every power named, and attach the power of attorney.",
        ),
    ),
    row(
        "fact-without-exhibit",
        "经过:\n  - 2026-11-20 21:02 提交第一张卡，提示已被使用",
        (
            "经过里的一项没有写哪份证据能证明它。对方否认时，没有证据的事实不算数。",
            "在这一项写 `证据`（「证据」里的编号）：`{时间: …, 事实: …, 证据: 失败页}`。确实没有的可以保留。",
        ),
        (
            "A fact names no exhibit that shows it. Once denied, a fact without proof counts for nothing.",
            "Name the exhibit under `evidence` of the fact. Where there is none it may stay.",
        ),
    ),
    row(
        "loss-without-proof",
        "诉求:\n  - 赔偿: 20.00",
        (
            "请求赔偿损失，却没有损失的凭证。赔偿以违约造成的损失为限，由请求的一方证明。",
            "附上另行购买的账单等凭证，在这项诉求写 `证据`，用 `说明` 写怎样算出来的。",
        ),
        (
            "Damages are asked for without proof of the loss, which the claimant has to give.",
            "Add the bill of the loss, name it under `evidence` of the claim, and say how it is reckoned.",
        ),
    ),
    row(
        "order-number-unlinked",
        "订单: {平台订单号: A1001}\n支付: {商户单号: P77, 金额: 50.00}",
        (
            "账单的商户单号与平台订单号不同，没有一份证据同时载有两个号码。支付机构自己编号的很多，不同不说明付错，但要有东西把两者连起来。",
            "截取订单页上“商户单号”一栏，写进 `画面所载`；核对一致的，在「已做核对」写 `订单号与账单一致`。",
        ),
        (
            "The merchant's number on the bill is not the order number, and no exhibit shows both. A difference proves nothing, but it has to be bridged.",
            "Capture the order page where it shows both and write them under `readings`, or write `order_no_matches_bill` under `self_checks` if you compared them.",
        ),
    ),
    row(
        "reading-differs",
        "支付: {金额: 168.00}\n证据:\n  - {文件: 账单.jpg, 证明: 付款, 来源: 支付宝, 画面所载: {付款金额: \"186.00\"}}",
        (
            "画面所载的号码、名称、日期或者金额与案情写的不同：有一处抄错了，或者附错了图。",
            "对着截图逐位核对，改正写错的一处；图上是另一单的，不要附。",
        ),
        (
            "A number, name, day or sum that a picture is said to show is not the one in the case: one place is wrong, or the picture is of another order.",
            "Compare it with the picture digit by digit and correct the wrong place, or leave out the picture.",
        ),
    ),
    row(
        "picture-shows-too-little",
        "订单: {平台订单号: A1001}\n证据:\n  - {文件: 订单.png, 证明: 下单, 来源: 订单页, 画面所载: {状态: 已发货}}",
        (
            "写了图上有什么，却没有订单号（下单）或者付款金额（付款），看不出是哪一单。",
            "图上有的，补写到 `画面所载`；没有的，打开详情页重新截取。",
        ),
        (
            "What the picture is said to show lacks the order number, or the sum paid.",
            "Add it to `readings` if the picture has it; otherwise take the picture again from the details.",
        ),
    ),
    row(
        "cropped-without-original",
        "证据:\n  - {文件: 聊天.png, 证明: 未解决, 来源: 在线客服, 裁取: {位置: [0, 0, 100%, 40%]}}",
        (
            "只附了画面的一部分，没有写完整的原件在哪里。裁去的部分会被怀疑。",
            "写 `原件所在: 本人手机，可供核对`；能附完整画面的，去掉 `裁取`，用 `遮盖` 挡住不想给看的地方。",
        ),
        (
            "Only a part of a picture is filed, and nothing says where all of it can be seen.",
            "Write `original`; or drop `crop` and cover places with `redact`.",
        ),
    ),
    row(
        "one-sided-evidence",
        "证据:\n  - {文件: 订单.png, 证明: 下单, 来源: 卖家网站}\n  - {文件: 聊天.png, 证明: 未解决, 来源: 卖家客服}",
        (
            "全部证据都是买卖双方自己的页面和聊天，没有支付机构、运营商、发行方或者登记机关的记录。",
            "加上支付账单、运营商或者发行方的查询记录、企业登记信息，并在 `来源` 写明出处。",
        ),
        (
            "Every exhibit is a page or chat of buyer or seller; none is of a payment institution, carrier, issuer or register.",
            "Add a bill, a record of the carrier or issuer, or the register entry, and say so under `source`.",
        ),
    ),
    row(
        "picture-without-time",
        "证据:\n  - {文件: 余额.png, 证明: 未履行, 来源: 运营商App}",
        (
            "图片没有写截取时间，里面也没有相机的记录。没有时间，就看不出画面是付款以前还是以后的。",
            "写 `截取时间: 2026-11-21 20:15`。",
        ),
        (
            "A picture has no time of capture, neither in the case file nor noted by a camera, so that nobody can tell whether it is from before or after the payment.",
            "Write `captured: 2026-11-21 20:15`.",
        ),
    ),
    row(
        "already-filed",
        "已走渠道:\n  - {渠道: 平台工单, 日期: 2026-11-20, 结果: 处理中}",
        (
            "同一渠道已经提交过，还没有结果，重复提交通常会并入前一件或者被关闭；12315 对已经受理、处理过的同一争议不再受理。",
            "有新证据的，补充到原来的一件；已有结果的，写 `结果` 和 `结果日期`；12315 调解没有成功的，改走诉讼。",
        ),
        (
            "The same paper was filed on this channel and has no result yet: a second one is merged or closed. The market regulator refuses a dispute that it has accepted or dealt with before.",
            "Add new evidence to the first; if it has ended, write `result` and `on_result`; after a failed mediation go to court.",
        ),
    ),
    row(
        "vague-claim",
        "诉求:\n  - 其他: 请依法处理，给个说法",
        (
            "请求没有写明要对方做什么，或者要钱没有写明多少，无法调解、判决和执行。",
            "写动作、对象、金额、路径和期限，如“三日内将168元原路退回付款账户”；赔偿写 `赔偿: 20.00`。",
        ),
        (
            "A request names no act, or asks for money and no sum, so that nobody can mediate, judge or enforce it.",
            "Write act, object, sum, way and time; damages as `compensate: 20.00`.",
        ),
    ),
    row(
        "impossible-claim",
        "诉求: [全额退款, {其他: 让老板坐牢}]",
        (
            "请求坐牢、拘留、曝光之类，平台、支付机构、调解机关和民事法庭都不能答应，写上会让人怀疑其余请求。",
            "删去，只写退款、补发、赔偿；有犯罪线索的向公安机关报案。",
        ),
        (
            "Prison, arrest or public exposure is nothing that a platform, a provider, a mediator or a civil court can grant, and makes a reader doubt the rest.",
            "Remove it and ask for money or performance; report traces of a crime to the police.",
        ),
    ),
    row(
        "multiple-without-promise",
        "诉求: [全额退款, {其他: 按照假一赔十赔偿}]",
        (
            "“假一赔十”之类是商家的承诺，约定过才能要（《民法典》第五百八十五条），而且只管承诺所说的情形。案情里没有这样的承诺，或者问题不是收到假货。",
            "页面写有的，照抄到订单的 `承诺` 并附截图；没有的，删去这一项。",
        ),
        (
            "So many times the price for a fake is a promise of the seller, owed because it was agreed (民法典 585) and only in the event that it names. The case has no such promise, or is not about a fake.",
            "Copy the words of the page to `promised` of the order and attach the picture; otherwise remove the claim.",
        ),
    ),
    row(
        "harmful-wording",
        "经过:\n  - 2026-11-03 无良商家故意拖延",
        (
            "自己的话里有骂人、威胁、情绪化的词，或者对动机的猜测、没有证据支持的指责。起诉状中有谩骂和人身攻击之辞的，法院告知原告修改后提交（民诉法解释第二百一十条）；其他受理人也会因此怀疑其余内容。",
            "按提示改成时间、行为、金额。对方原话写在「对方答复」「原文」，不受影响；有欺骗事实的写在「问题」的「欺骗事实」里并附证据。",
        ),
        (
            "The writer's own words insult, threaten, vent a feeling, guess at motives or accuse without evidence. A court returns a statement with insults until it is corrected (民诉法解释第二百一十条), and other readers start to doubt the rest.",
            "Rewrite it as time, act and sum. What the other side said belongs under `said` or `quote` and stays as it is; deception with evidence belongs under `deception_facts` of `problem`.",
        ),
    ),
    row(
        "claim-left-out",
        "诉求: [全额退款, 三倍赔偿]",
        (
            "这个渠道不处理这一项请求，这份材料里没有写。三倍赔偿由法院判决或者在市场监管部门主持下协商，平台和支付机构不处理。",
            "在 12315 投诉或者起诉状里提出。",
        ),
        (
            "The reader of this filing does not deal with the claim, so it is left out: threefold damages are for a court, or for mediation by the market regulator.",
            "Ask for them in the 12315 complaint or in court.",
        ),
    ),
    row(
        "camera-time",
        "证据:\n  文件: 充值失败拍屏.jpg",
        (
            "照片里有相机记下的拍摄时间，案情文件没有写这份证据的时间；时钟可能不准，程序不替你认定。",
            "核对后写进「截取时间」；不对的，写实际的时间。",
        ),
        (
            "The picture holds the time at which the camera says it was taken, and the case file states none; a clock can be wrong, so it is only suggested.",
            "Check it and write it under `captured`, or write the right time.",
        ),
    ),
    row(
        "frames-on-text",
        "证据:\n  文件: 客服聊天.txt\n  框线: [{at: [10, 10, 80, 20], no: 1}]",
        (
            "框线画在图片上；聊天记录、文档、录音没有画面，框线画不上去，已略过。",
            "把关键的话写进「原文」，打印时会加粗；文档里的图片另存成文件，单独附上。",
        ),
        (
            "Marks are frames on a picture; a chat log, document or recording has none, so they were passed over.",
            "Write decisive words under `quote`; save pictures in documents as files of their own.",
        ),
    ),
    row(
        "transcript-beyond-end",
        "证据:\n  文件: 一分钟的通话.mp3\n  文字稿: [\"05:00 客服：已登记\"]",
        (
            "文字稿的时点比录音还长。",
            "核对分和秒，或者核对文件是不是完整的那一个。",
        ),
        (
            "The transcript names a place that the recording does not have.",
            "Check minutes and seconds, and whether the file is the whole recording.",
        ),
    ),
    row(
        "redaction-residue",
        "证据:\n  - {文件: a.png, 证明: 已发卡密, 来源: 截图, 说明: 卡密 YH26112004170, 遮盖: {位置: [0, 0, 90, 30], 所盖: YH26112004170}}",
        (
            "文书生成后重新打开核对：图上盖住的内容，别处的文字里还有。",
            "在名称、说明、原文、画面所载、文字记录里删去或者隐去；确需写明的，从「所盖」里删去。",
        ),
        (
            "The finished filing was reopened: what is covered in the picture is told elsewhere.",
            "Take it out of names, notes, quotations, readings and transcripts, or out of `hides` if it has to be told.",
        ),
    ),
    row(
        "hidden-word-short",
        "证据:\n  - {文件: a.png, 证明: 已发卡密, 来源: 截图, 遮盖: {位置: [0, 0, 90, 30], 所盖: \"42\"}}",
        (
            "太短的词到处都会碰巧出现，没有在文书里查找。",
            "写出框里完整的一串，四个字符以上。",
        ),
        (
            "A word this short stands everywhere by chance and is not looked for.",
            "Write all that is under the box, four characters or more.",
        ),
    ),
    row(
        "too-large",
        "tousu render --channel 12315 --max-size 1MB",
        (
            "证据副本缩到还看得清的最小，文书仍然超过限定的大小。",
            "用「不附于」去掉次要的证据，或者用「裁取」「页」只附需要的部分。",
        ),
        (
            "Even with the smallest copies that can be read the filing exceeds the limit.",
            "Leave lesser exhibits out with `omit_from`, or attach parts with `crop` and `pages`.",
        ),
    ),
    row(
        "original-left-out",
        "# channel.yaml\nattach: true",
        (
            "渠道要求附入原始文件，但有的不能附：有遮盖、裁取、密码，只附了几页或者节选，带有拍摄地点，含有渠道不显示的信息，内嵌的缩略图与画面不一致（拍摄后裁剪、涂改过），或者无法逐项检查。",
            "证据页不受影响；对方需要原始文件的，另行提供。tousu check --channel 会预先列出。",
        ),
        (
            "The channel wants originals inside the PDF, and some cannot go along: covered, cut, locked, filed by page or range, telling a place or what the channel hides, with a thumbnail from before the picture was edited, or impossible to check in full.",
            "The exhibit pages are not affected; hand such originals in separately if they are asked for. `tousu check --channel` lists them beforehand.",
        ),
    ),
    row(
        "originals-too-large",
        "tousu render --channel 12315 --max-size 5MB",
        (
            "原始文件计入限定的大小，又不能缩小；放不下全部的，就一份也不附。",
            "去掉次要的证据，放宽限定，或者另行提供原始文件。",
        ),
        (
            "Originals count in the limit and cannot be made smaller; where not all of them fit, none goes along.",
            "Leave lesser exhibits out, raise the limit, or hand the originals in separately.",
        ),
    ),
    row(
        "original-changed",
        "证据:\n  - 文件: 证据/正在下载.mp4",
        (
            "生成的 PDF 重新打开后，附入的原始文件与读取时不同：文件在生成过程中有变动。",
            "等文件不再变动，再运行一次。",
        ),
        (
            "The finished PDF was reopened, and an original inside it is not what was read: the file changed meanwhile.",
            "Run it again when the file is at rest.",
        ),
    ),
    row(
        "made-smaller",
        "tousu render --channel 12315 --max-size 5MB",
        (
            "为符合限定的大小，证据副本缩小过：先缩照片，再缩扫描件，最后缩屏幕截图，都不低于看得清的程度。",
            "翻看一遍；每份证据做了什么，见 .manifest.json。",
        ),
        (
            "To keep the limit, copies were made smaller: photos first, then scans, screens last, none below what can be read.",
            "Look through the pages; the .manifest.json tells what was done to each exhibit.",
        ),
    ),
    row(
        "in-volumes",
        "tousu render --channel 12315 --max-size 2MB",
        (
            "副本缩到看得清的最小，一个文件仍然放不下，于是分卷：第1卷是文书、证据目录和前面的证据，以后各卷是其余的证据，每卷卷首有分卷索引。",
            "各卷一起提交；只收一个文件的渠道，写 --max-files 1，程序会说明要去掉什么。",
        ),
        (
            "Even with the smallest copies that can be read one file is too large, so it was parted: the first volume holds the filing, the exhibit list and the first exhibits, the others the rest, each with an index of all volumes.",
            "Hand in all volumes; where only one file is taken, write --max-files 1, and the program says what to leave out.",
        ),
    ),
    row(
        "too-many-pages",
        "tousu render --channel 12315 --max-pages 20",
        (
            "文书的页数超过限定。",
            "用「不附于」去掉次要的证据，用「页」只附需要的几页，或者用「每页张数」多放几张。",
        ),
        (
            "The filing has more pages than the limit.",
            "Leave lesser exhibits out with `omit_from`, attach single `pages`, or raise `per_page`.",
        ),
    ),
    row(
        "pictures-left-out",
        "tousu render --channel alipay --max-files 5",
        (
            "单独上传的图片有张数限制，按证明力从大到小取整份证据。",
            "放不下的仍在 PDF 里；要换一份，就调整「证明」或者用「不附于」去掉别的。",
        ),
        (
            "The site takes so many pictures; exhibits are taken whole, the weightiest first.",
            "The others are still in the PDF; change `proves` or leave others out with `omit_from`.",
        ),
    ),
    row(
        "no-files",
        "证据:\n  - {文件: 空文件夹/, 证明: 下单, 来源: 截图}",
        (
            "文件夹是空的，或者没有文件与写法相符。",
            "路径从案情文件所在的文件夹算起；* 代表任意文字，? 代表一个字。",
        ),
        (
            "The folder is empty, or no file matches.",
            "Paths are taken from the folder of the case file; * stands for any text, ? for one character.",
        ),
    ),
    row(
        "folder-left-out",
        "证据:\n  - {文件: 聊天/, 证明: 未解决, 来源: 截图}",
        (
            "写了文件夹，就附这一层的全部文件；里面还有文件夹，其中的文件没有附。",
            "要附的话，把里面的文件夹也列在「文件」下。",
        ),
        (
            "A folder stands for the files in it; a folder inside it is not looked into.",
            "List the inner folder under `file` as well if it belongs to the exhibit.",
        ),
    ),
    row(
        "not-pages",
        "证据:\n  - {文件: a.tif, 证明: 下单, 来源: 扫描, 页: 前三页}",
        (
            "看不出要附哪几页。",
            "写成 3、1-3 或者 1-3, 8，从 1 起；不写就附全部。",
        ),
        (
            "These are no page numbers.",
            "Write 3, 1-3 or 1-3, 8, counted from 1; leave it out to attach all.",
        ),
    ),
    row(
        "not-a-turn",
        "证据:\n  - {文件: a.jpg, 证明: 下单, 来源: 拍照, 旋转: 45}",
        (
            "图片只能按直角旋转。",
            "写顺时针的度数：90、180 或者 270。照片自带的方向已经自动处理，一般不用写。",
        ),
        (
            "Pictures turn by quarters only.",
            "Write degrees clockwise: 90, 180 or 270. What the camera noted is taken care of.",
        ),
    ),
    row(
        "not-yes-or-no",
        "市场监管: {同意公示: 再说}",
        ("这里只能写 是 或 否。", "不确定就删去这一行。"),
        (
            "Only yes or no belong here.",
            "Remove the line if you are not sure.",
        ),
    ),
    row(
        "unknown-word",
        "支付:\n  方式: 支负宝",
        (
            "这里只认固定的几个词。",
            "从提示的词里选一个；都不合适就写 其他，或删去。",
        ),
        (
            "Only certain words are known here.",
            "Choose one of those shown; if none fits, write `other` or remove it.",
        ),
    ),
    row(
        "unknown-reference",
        "支付: {金额: 168, 订单: o2}\n订单: {编号: o1}",
        (
            "引用的编号或文件不存在。",
            "改成现有的编号；证据也可以用文件名引用。",
        ),
        (
            "There is no such id or file.",
            "Use an id that there is; evidence can also be named by its file.",
        ),
    ),
    row(
        "ambiguous-reference",
        "证据: [a/图.png, b/图.png]\n经过: [{时间: 2026-11-01, 事实: 甲, 证据: 图}]",
        (
            "两项都叫这个名字，不知道是哪一项。",
            "给它们加上不同的「编号」，用编号引用。",
        ),
        (
            "Two entries have this name.",
            "Give them different ids and refer to those.",
        ),
    ),
    row(
        "duplicate-id",
        "订单:\n  - {编号: o1}\n  - {编号: o1}",
        ("两项用了同一个编号。", "改成不同的编号。"),
        ("Two entries have the same id.", "Change one of them."),
    ),
    row(
        "incomplete-entry",
        "支付:\n  方式: 支付宝",
        ("这一条缺了主要内容，没法用。", "补上，或整条删去。"),
        (
            "The entry lacks its main part.",
            "Add it, or remove the entry.",
        ),
    ),
    row(
        "stated-twice",
        "用途: 生活消费\n购买: {用途: 经营}",
        (
            "同一件事写在两处，而且不一样，或者一条里写了两个请求。",
            "只留正确的一个；两个请求写成两条。",
        ),
        (
            "One fact is stated in two places, or one claim asks for two things.",
            "Keep the right one; write two claims as two entries.",
        ),
    ),
    row(
        "no-claims",
        "诉求: []",
        (
            "写了「诉求」却没有内容。",
            "写上要求什么，如 `诉求: 全额退款`。",
        ),
        (
            "`claims` is there but empty.",
            "Write what you ask for, such as `claims: refund`.",
        ),
    ),
    row(
        "circular-alternative",
        "诉求: [{退款: 100, 代替: 补发}, {补发: 1, 代替: 退款}]",
        (
            "两项请求互相代替，看不出哪一项是首选。",
            "首选的一项删去「代替」。",
        ),
        (
            "Two claims stand in for each other, so neither is the first choice.",
            "Remove `instead_of` from the first choice.",
        ),
    ),
    row(
        "duplicate-respondent",
        "被投诉人:\n  - {名称: 示例公司, 身份: 商家}\n  - {名称: 示例公司, 身份: 收款方}",
        (
            "名称或者统一社会信用代码相同的被投诉人写了两条，文书里会列成两个当事人。",
            "合成一条，「身份」写成 [商家, 收款方]。",
        ),
        (
            "Two respondents have one name or one code; the paper would name two parties.",
            "Make them one entry with `roles: [merchant, payee]`.",
        ),
    ),
    row(
        "price-mismatch",
        "商品: {名称: 会员, 数量: 3, 单价: 100}\n支付: {金额: 120}",
        (
            "单价乘以数量与支付的金额不一致，读的人会问差额是什么。",
            "核对单价、数量和每一笔支付；用了优惠的，单价按实际支付折算，或者删去。",
        ),
        (
            "Price times number is not what was paid, and the reader will ask why.",
            "Check price, number and payments; with a discount write the price really paid, or remove it.",
        ),
    ),
    row(
        "empty-filings",
        "已走渠道: []",
        (
            "空的列表看不出是「没有投诉过」还是「还没填」，按不知道处理。",
            "没有投诉过就写 `已走渠道: 无`。",
        ),
        (
            "An empty list may mean “nowhere” or “not filled in yet”, and is read as unknown.",
            "Write `filings: none` if you filed nowhere.",
        ),
    ),
    row(
        "none-among-filings",
        "已走渠道:\n  - 无\n  - 12315",
        ("既写了没有，又写了有。", "投诉过就删去「无」。"),
        (
            "It says none and something else.",
            "Remove `none` if you filed somewhere.",
        ),
    ),
    row(
        "id-number",
        "投诉人:\n  证件号码: \"110105194912310021\"",
        (
            "证件号码的位数、日期或最后一位对不上，多半抄错了。只作提醒。",
            "对照证件核对。",
        ),
        (
            "Length, date or check digit of the ID number do not fit; mostly a slip. A reminder only.",
            "Compare it with the paper.",
        ),
    ),
    row(
        "uscc",
        "被投诉人:\n  统一社会信用代码: 91330100799655058C",
        (
            "代码的位数或校验位对不上，多半抄错了。只作提醒。",
            "在「国家企业信用信息公示系统」按名称查询后复制。",
        ),
        (
            "Length or check sign of the code do not fit; mostly a slip. A reminder only.",
            "Copy it from the public register of businesses.",
        ),
    ),
    row(
        "phone-shape",
        "投诉人:\n  电话: \"1380000123\"",
        (
            "号码的位数不常见，可能少了或多了一位。只作提醒。",
            "核对号码；一项只写一个号码。",
        ),
        (
            "The number has an unusual length. A reminder only.",
            "Check it; write one number only.",
        ),
    ),
    row(
        "bad-box",
        "证据:\n  文件: a.png\n  遮盖: [{位置: [10, 20, 30]}]",
        (
            "方框要写四个数：左、上、宽、高，不能超出图片。",
            "写成 `[10%, 20%, 30%, 5%]`，或用像素。",
        ),
        (
            "A box takes left, top, width and height, inside of the picture.",
            "Write `[10%, 20%, 30%, 5%]`, or pixels.",
        ),
    ),
    row(
        "no-such-picture",
        "证据:\n  文件: a.png\n  框线: [{位置: [1, 1, 5, 5], 第几张: 2}]",
        ("这份证据没有这么多文件。", "从 1 数起，写第几个文件。"),
        (
            "The item does not have that many files.",
            "Count the files of the item from 1.",
        ),
    ),
    row(
        "evidence-without-purpose",
        "证据: evidence/订单详情.png",
        (
            "没有写这份证据证明什么。它仍会附上，但不算在证据链里。",
            "加上 `证明: 下单` 等。程序只会提示，不会替你认定。",
        ),
        (
            "The item does not say what it proves. It is attached, but counts for no link of the chain.",
            "Add `proves: ordered` or another link. The program only suggests; it never decides.",
        ),
    ),
    row(
        "evidence-without-source",
        "证据:\n  文件: evidence/订单详情.png\n  证明: 下单",
        (
            "没有写这份证据从哪里来，证据目录里「来源」会空着。",
            "加上 `来源: 平台订单页面截图` 之类。",
        ),
        (
            "The item does not say where it comes from; the list leaves that column empty.",
            "Add `source:`, such as a screenshot of the order page.",
        ),
    ),
    row(
        "missing-field",
        "被投诉人:\n  名称: 示例网络科技有限公司",
        (
            "这个渠道要求的内容，案情文件里没有。案情文件本身没有错。",
            "按提示查到后补上；或换一个不需要它的渠道。",
        ),
        (
            "The channel requires something that the case file lacks. The file itself is right.",
            "Add it, or choose a channel that does not need it.",
        ),
    ),
    row(
        "chain-gap",
        "证据:\n  - {文件: evidence/订单详情.png, 证明: 下单}",
        (
            "下单、付款、承诺、未履行、未解决、主体六环里，有一环没有证据。文书仍会生成。",
            "按提示截图，加到「证据」，写上 `证明:`。",
        ),
        (
            "One of the links ordered, paid, promised, breached, unresolved, identity has no exhibit. The filing is still written.",
            "Take the picture that the message names and add it with `proves:`.",
        ),
    ),
    row(
        "wrong-channel",
        "问题: 非本人交易",
        ("这个渠道不处理这一类问题。", "走提示里写的渠道。"),
        (
            "The channel does not take this kind of problem.",
            "Use the door that the message names.",
        ),
    ),
    row(
        "no-payment-for-channel",
        "支付: {方式: 微信支付, 金额: 50}",
        (
            "支付渠道只处理通过它付的款。",
            "选付款所用渠道的投诉；「方式」写错的改正。",
        ),
        (
            "A payment channel takes only its own payments.",
            "Use the channel of the payment, or correct `method`.",
        ),
    ),
    row(
        "not-daily-life",
        "用途: 转售",
        (
            "12315 只调解生活消费的争议。",
            "改走合同之诉；违法行为可以另行举报。",
        ),
        (
            "The market regulator mediates disputes of daily life only.",
            "Sue on the contract; unlawful acts can be reported separately.",
        ),
    ),
    row(
        "handled-elsewhere",
        "已走渠道:\n  - {渠道: 消协, 结果: 已受理}",
        (
            "同一争议已由别的机构受理或者处理，12315 会不予受理。",
            "等那边的结果；已经结束的，写上「结果」。",
        ),
        (
            "Another body has taken the same dispute, so the market regulator will refuse it.",
            "Wait for that body, or record the result.",
        ),
    ),
    row(
        "own-payment-denied",
        "问题: 非本人交易\n支付: {付款人: 本人, 金额: 50}",
        (
            "自己付的款按非本人交易申报，是不实陈述。",
            "自己付款没有到账的，改问题类型；账户被他人使用的，付款人写他人。",
        ),
        (
            "One's own payment reported as somebody else's is an untrue statement.",
            "Change the problem if you paid; write `payer: other` if somebody else used the account.",
        ),
    ),
    row(
        "respondent-unclear",
        "被投诉人: {名称: 快充小店}",
        (
            "被投诉人的名称不像登记的全称，受理人找不到经营者。",
            "查登记的全称，写「统一社会信用代码」；个人写「主体类型: 自然人」。",
        ),
        (
            "The respondent's name does not look like a registered one, so no trader is found by it.",
            "Look up the registered name and write `uscc`; for a person write `entity: person`.",
        ),
    ),
    row(
        "name-not-true",
        "投诉人: {姓名: 李某某}",
        (
            "投诉和起诉要写真实姓名。",
            "照身份证件写；该遮盖的渠道由程序遮盖。",
        ),
        (
            "Complaints and suits need the true name.",
            "Write it as on the identity paper; the program masks it where it has to.",
        ),
    ),
    row(
        "address-incomplete",
        "被投诉人: {地址: 广州}",
        (
            "地址没有写到街道、门牌，受理人不能确定管辖，也不能送达。",
            "写到门牌号；经营者的住所在公示系统查。",
        ),
        (
            "The address has no street or house, so nobody knows which office is in charge or where to deliver.",
            "Write it down to the house; a trader's domicile is in the national register.",
        ),
    ),
    row(
        "interest-start-impossible",
        "诉求: [退款, {利息: {起算日: 2026-10-01}}]\n支付: {金额: 50, 时间: 2026-11-01}",
        (
            "利息的起算日早于付款，或者在提交日之后。",
            "写合同解除或者催告期满的次日。",
        ),
        (
            "The interest starts before the payment, or after the day of filing.",
            "Write the day after the contract ended or the demand ran out.",
        ),
    ),
    row(
        "unusual-quantity",
        "商品: {名称: 游戏点卡100元, 种类: 点卡, 数量: 60}",
        (
            "数量或者次数不像生活消费，受理人会追问。",
            "核对数量；自用的写明用途，转售的走合同之诉。",
        ),
        (
            "The number is unusual for daily life, and the clerk will ask.",
            "Check it; say what it was for, or sue on the contract if it was for resale.",
        ),
    ),
    row(
        "older-law",
        "订单: {下单: 2019-05-01}",
        (
            "下单或者付款在 2021 年以前，适用当时的法律，程序不引用旧法。",
            "年份写错的改正；确是旧事的，请律师按当时的法律起草。",
        ),
        (
            "Order or payment lie before 2021: the law of that time decides, which the program never cites.",
            "Correct the year, or have a lawyer draft it by the law of that time.",
        ),
    ),
    row(
        "paid-by-another",
        "支付: {付款人: 他人, 金额: 50}",
        (
            "投诉要由付款账户的本人提交。",
            "请付款人自己提交，或者核对「付款人」。",
        ),
        (
            "The holder of the paying account has to file.",
            "Let that person file, or check `payer`.",
        ),
    ),
    row(
        "personal-transfer",
        "支付: {种类: 个人转账, 金额: 50}",
        (
            "转给个人的款没有商家投诉入口。",
            "在支付平台举报收款账户，必要时报警。",
        ),
        (
            "A transfer to a person has no merchant complaint.",
            "Report the account to the provider and, where it fits, to the police.",
        ),
    ),
    row(
        "court-must-terminate",
        "催告与通知: []",
        (
            "退款以解除合同为前提；没有到达对方的解除通知，就要请求法院判令解除，小额诉讼不适用。",
            "先发催告并写明逾期解除，留好到达的证据，写进「催告与通知」。",
        ),
        (
            "A refund needs termination. Without a notice that arrived the court has to terminate, and the small-claims track does not fit.",
            "Send a demand that ends the contract when its time is up, keep proof of arrival, and record it under `notices`.",
        ),
    ),
    row(
        "small-claims-unknown",
        "法院: {名称: 某某人民法院}",
        (
            "没有该省的平均工资，或者标的额超过往年数字的一半，不能核对小额诉讼的限额。",
            "在「法院」写「省份」，只写省级名称；有最近公布的数字的，写「平均工资」。",
        ),
        (
            "Without the average wage of the province, or with a sum over half of an older one, the limit cannot be checked.",
            "Write `court.province`, the name of the province alone; a newer figure goes under `court.wage`.",
        ),
    ),
    row(
        "notice-unproved",
        "催告与通知: {种类: 催告, 发出: 2026-11-06, 到达: 2026-11-06}",
        (
            "通知到达时才发生效力，到达要有证据。",
            "加上显示到达的证据，写 `证明: 催告`。",
        ),
        (
            "A notice works when it arrives, and the arrival needs proof.",
            "Add the exhibit that shows it with `proves: notified`.",
        ),
    ),
    row(
        "evidence-file",
        "证据: evidence/录音.amr",
        (
            "证据文件找不到、打不开，或者是不能直接附入的类型。",
            "按提示补上文件或者转换格式；其他证据在同一次运行里都检查过了。",
        ),
        (
            "An evidence file is missing, damaged or of a kind that cannot be attached.",
            "Follow the message; all other exhibits were checked in the same run.",
        ),
    ),
    row(
        "evidence-remark",
        "证据: evidence/截图.jpg",
        (
            "证据文件能用，但有值得留意的地方，例如扩展名与内容不符。",
            "按提示核对。",
        ),
        (
            "The file can be used, but something about it is worth knowing.",
            "Check what the message says.",
        ),
    ),
    row(
        "redaction-misses",
        "证据:\n  文件: a.png\n  遮盖: [{位置: [5000, 10, 20, 20]}]",
        (
            "遮盖没有落在图片上，该隐去的内容可能看得见，所以不生成。",
            "在正放的原图上重新量：左、上、宽、高。",
        ),
        (
            "A redaction misses the picture, so that what should be hidden may be visible. Nothing is written.",
            "Measure again on the upright picture: left, top, width, height.",
        ),
    ),
    row(
        "unknown-channel",
        "证据:\n  文件: a.png\n  不附于: 12316",
        (
            "「不附于」「仅限」「除外」里的渠道名没有人认识。",
            "用 `tousu channels` 列出的名称。",
        ),
        (
            "A channel named in `omit_from`, `only` or `except` does not exist.",
            "Use a name that `tousu channels` lists.",
        ),
    ),
    row(
        "undrawable-character",
        "商品: ครับ",
        (
            "字库里没有这个字符，打出来是空框。",
            "换成意思相同的文字；姓名、名称、地址用同音或者形近的字代替，打印后手写补正；聊天记录里的不用改。",
        ),
        (
            "No face has the character; it would be an empty box.",
            "Write it in other words; in a name or an address use a character of like sound or shape and correct it by hand on the print; chat logs need no change.",
        ),
    ),
    row(
        "text-too-long",
        "商品: （很长的名称）",
        (
            "单号、金额和诉求不能省略，加起来超过了网页的字数。",
            "缩短商品名称、承诺原文或者诉求的文字。",
        ),
        (
            "Numbers, sum and request may not be dropped and exceed the limit.",
            "Shorten the name of the goods, the promise or the claims.",
        ),
    ),
    row(
        "template-fault",
        "# 模板里的错误，案情文件没有错",
        (
            "模板写错了，或者程序有错。",
            "自己的模板对照内置模板修改；否则请反馈。",
        ),
        (
            "A template is wrong, or the program is.",
            "Compare your template with the built-in one; otherwise please report it.",
        ),
    ),
    row(
        "claim-over-payment",
        "支付: {金额: 50}\n诉求: 退款 500",
        (
            "请求退还的钱比付出去、还没退回的多。",
            "核对付款金额和已退金额；其他损失另写「赔偿」。",
        ),
        (
            "More is asked back than was paid and is still out.",
            "Check what was paid and what came back; other losses go under `compensate`.",
        ),
    ),
    row(
        "nothing-outstanding",
        "支付: {金额: 120, 已退金额: 120}\n诉求: 全额退款",
        (
            "写出来的付款都已全部退还，或者请求退的是 0 元，没有可以请求退还的钱。",
            "核对「已退金额」；钱已退清的删去退款，还有损失的写「赔偿」和依据。",
        ),
        (
            "All that was paid came back, or nothing is asked back: there is no refund left to ask for.",
            "Check `refunded`; if all came back, remove the refund and ask for other losses under `compensate`.",
        ),
    ),
    row(
        "impossible-birth-date",
        "投诉人: {出生日期: 2091-09-03}",
        (
            "出生日期在提交日之后，或者早于 1900 年，算不出年龄。",
            "对照证件改正。",
        ),
        (
            "The date of birth lies after the day of filing or before 1900, so there is no age.",
            "Compare it with the identity paper.",
        ),
    ),
    row(
        "minor-without-guardian",
        "投诉人: {出生日期: 2015-01-01}",
        (
            "投诉人在提交日未满十八周岁，投诉和起诉要由监护人作为法定代理人进行。",
            "在「投诉人」写 `监护人`。满十六周岁并以自己的劳动收入为主要生活来源的除外。",
        ),
        (
            "The complainant is under 18 on the day of filing; the guardian acts as statutory agent.",
            "Write `guardian` under `complainant`, unless the complainant is 16 or older and lives mainly on own earnings.",
        ),
    ),
    row(
        "after-filing",
        "支付: {金额: 120, 时间: 2036-11-10}",
        (
            "案情里的日期在提交日之后，还没有发生的事不能写进文书。协商、经过、通知里的会略去，其他的要先改正。",
            "核对年份；提交日不是今天的，用 `--date` 写明。",
        ),
        (
            "The case has a date after the day of filing, and what has not happened cannot be stated. Contacts, facts and notices are left out; others have to be corrected.",
            "Check the year; if the day of filing is not today, give `--date`.",
        ),
    ),
    row(
        "filing-before-law",
        "（tousu render --channel 12315 --date 2025-12-01）",
        (
            "程序只引用现行的条文。提交日早于这个渠道的主要规则施行的那一天，文书就没有可引的依据。",
            "核对 `--date`；不写就是今天。",
        ),
        (
            "Only the law of today is cited. Before the main rule of the channel was in force, the filing would rest on nothing.",
            "Check `--date`; without it the day is today.",
        ),
    ),
    row(
        "problem-contradicts-delivery",
        "问题: 未到账\n交付: {结果: 已收到}",
        (
            "问题写没有到账，交付结果写已收到，受理人会认为争议已经不存在。",
            "后来收到的写 `问题: 延迟到账`；收到的不对、不能用的写相应的类型；没有收到的改交付结果。",
        ),
        (
            "The problem says that nothing came and the delivery says that it did; a reader takes the dispute for over.",
            "Write `problem: late_delivery` if it came later, the fitting type if it is wrong or does not work, or correct the result.",
        ),
    ),
    row(
        "dates-out-of-order",
        "订单: {时间: 2026-12-10}\n支付: {金额: 120, 时间: 2026-11-10}",
        (
            "两个日期的先后不合常理，至少有一个写错了，读的人会先注意到。",
            "对照截图核对两处。",
        ),
        (
            "Two dates stand in an order that cannot be right; a reader notices that first.",
            "Compare both with the pictures.",
        ),
    ),
    row(
        "payee-differs",
        "被投诉人: {名称: 甲公司}\n支付: {金额: 120, 收款方名称: 乙公司}",
        (
            "账单上的收款方与被投诉人不是同一个名称，又没有说明两者的关系，对方会说钱不是它收的。",
            "页面上写有两者关系的，写进 `与收款方的关系` 并附证据；没有的，把收款方也列为被投诉人。",
        ),
        (
            "The payee on the bill has another name than the respondent and nothing links them; the respondent will say that it got no money.",
            "Copy the words of a page that link them into `payee_link` with the exhibit, or list the payee as a respondent too.",
        ),
    ),
    row(
        "proof-stale",
        "交付: {结果: 未到账, 查询时间: 2026-11-01}\n协商:\n  - 2026-11-20 在线客服：称处理中",
        (
            "最后一次查询早于最后一次协商或者催告期满，或者已经超过七天，证明不了那以后仍未到账。",
            "提交前再查一次，截图加到「证据」（`证明: 未履行`），并改「查询时间」。",
        ),
        (
            "The last record is older than the last contact, the end of the time that a demand set, or a week, and proves nothing about the time since.",
            "Look again before filing, add the picture with `proves: breached` and update `delivery.checked`.",
        ),
    ),
    row(
        "duplicate-needs-two-payments",
        "问题: 重复扣款\n支付: {金额: 50}",
        (
            "重复扣款要看得出应付的一笔和多扣的一笔。",
            "同一订单的每一笔支付都写出来。",
        ),
        (
            "A double charge needs the payment that was owed and the one that was not.",
            "List every payment of the order.",
        ),
    ),
    row(
        "over-small-claims-limit",
        "法院: {省份: 河南, 平均工资: {金额: 84156, 年度: 2023, 来源: 省统计局}}\n诉求: [{退款: 50000}]",
        (
            "标的额超过该省年平均工资的一半，小额诉讼要双方约定才适用；超过二倍的不适用。",
            "按简易程序或者普通程序起诉；有新年度工资数字的，写进「法院」。",
        ),
        (
            "The sum is over half the average wage of the province, so the track needs an agreement; over twice the wage there is none.",
            "Sue in the summary or the ordinary procedure; a newer wage goes under `court.wage`.",
        ),
    ),
    row(
        "over-three-years",
        "发现时间: 2021-03-01",
        (
            "从知道权益受损起超过三年的，市场监督管理部门不予受理。",
            "核对日期；确已超过的改走诉讼，时效由对方提出。",
        ),
        (
            "The market regulator refuses complaints after three years.",
            "Check the dates; a suit stays open, and limitation is for the other side to plead.",
        ),
    ),
    row(
        "punishment-in-complaint",
        "诉求: [{其他: 查处该商家并罚款}]",
        (
            "投诉解决你和商家的争议，要求查处的是举报，两件事分开提交。标题、经过、协商的要求里写了也一样。",
            "从诉求和自己的话里删去查处、处罚，另行举报。",
        ),
        (
            "A complaint settles your dispute; punishment is for a report. That holds for the title, the facts and what was asked of the other side too.",
            "Remove it from the claims and your own words and report separately.",
        ),
    ),
    row(
        "settled-elsewhere",
        "已走渠道: [{渠道: 平台工单, 结果: 已退款}]\n诉求: 全额退款",
        (
            "记录里已经退款或者和解，诉求还要全部。",
            "写明已退金额；没有履行的，把诉求改成剩下的部分。",
        ),
        (
            "A recorded filing ended in money or a settlement, and all is still asked for.",
            "Record what came back, or ask for what is left.",
        ),
    ),
    row(
        "not-only-money",
        "诉求: [{补发: 2}, {退款: 全额, 代替: 补发}]",
        (
            "小额诉讼只适用于简单的金钱给付，首选诉求是补发、更换时不写小额诉讼一段。",
            "只要退款的，把退款写成首选。",
        ),
        (
            "The small-claims track is for simple payment of money.",
            "Make the refund the first choice if money is what you want.",
        ),
    ),
    row(
        "ended-contract-performed",
        "诉求: [补发]\n催告与通知: {种类: 解除通知, 到达: 2026-11-20}",
        (
            "通知已经使合同解除，解除以后不能再请求履行。",
            "删去补发、更换、补足，保留退款。",
        ),
        (
            "A notice has ended the contract, so it can no longer be performed.",
            "Remove the claim for performance and keep the refund.",
        ),
    ),
    row(
        "private-in-picture",
        "投诉人: {电话: \"19900001234\"}\n证据:\n  - {文件: 账单.jpg, 证明: 付款, 来源: 支付宝, 画面所载: {手机号: \"19900001234\"}}",
        (
            "证据的画面所载、原文、图注或者图意里有这个渠道不显示的个人信息，说明图上也有，图上却没有遮盖。文字由程序隐去，图片程序不会认。",
            "在这份证据里写 `遮盖` 盖住图上的那一处；各渠道不同的用 `渠道` 或者 `除外`。图上其实没有的，从画面所载里删去。",
        ),
        (
            "What the exhibit is said to show (readings, quotes, caption, alt) holds personal data that this channel does not show, so the picture has it too, and nothing covers it. The program masks texts; it does not read pictures.",
            "Cover the place with `redact` (with `channels` or `except` where channels differ), or remove the words if the picture has no such thing.",
        ),
    ),
    row(
        "code-in-picture",
        "证据: [{文件: 发货卡密.png, 证明: 已发卡密}]",
        (
            "这份图片证明收到的卡密，附到遮盖卡密的渠道，却没有对这个渠道有效的「遮盖」。图片里的字程序认不出来。",
            "写「遮盖」，区域盖住卡密的中段；不想附给这个渠道的，写「不附于」。",
        ),
        (
            "The picture proves the code that was sent and goes to a channel that masks codes, but no `redact` holds there. The program cannot read pictures.",
            "Write `redact` with a box over the middle of the code, or leave the exhibit out with `omit_from`.",
        ),
    ),
    row(
        "interest-without-start",
        "诉求: [全额退款, 利息]",
        (
            "利息从合同解除或者催告期满的次日起算，案情里没有这样的日期。",
            "写明催告的到达时间和期限，或者写 `利息: {起算日: 2026-11-14}`。",
        ),
        (
            "Interest runs from the day after the contract ended or a demand ran out; the case has no such day.",
            "Record the demand with arrival and deadline, or write `interest: {from: 2026-11-14}`.",
        ),
    ),
    row(
        "interest-rate-unconfirmed",
        "诉求: [全额退款, {利息: {起算日: 2026-11-14}}]",
        (
            "起算日适用的一年期贷款市场报价利率没有核实，不能印出金额。",
            "查到利率以后写 `利息: {利率: 3.00%, 来源: …}`；不写也可以，文书里只有计算方法。",
        ),
        (
            "The one-year loan prime rate of the first day is not verified, so no sum is printed.",
            "Look it up and write `interest: {rate: 3.00%, source: …}`; without it only the formula is printed.",
        ),
    ),
    row(
        "triple-without-deception",
        "诉求:\n  - 三倍赔偿",
        (
            "三倍赔偿以欺诈为前提，没有交付本身不是欺诈。",
            "删去这一项，保留退款。",
        ),
        (
            "Threefold damages need fraud; not delivering is none.",
            "Remove it and keep the refund.",
        ),
    ),
    row(
        "off-the-page",
        "经过:\n  - 2026-11-01 （几千字的一段）",
        (
            "有文字会落到页面之外，印不出来，所以不生成。",
            "把很长的一段拆成几条，或者缩短名称。",
        ),
        (
            "Some words would fall off the page, so nothing is written.",
            "Split the long passage into several entries, or shorten the name.",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::{Lang, ROWS, explain};

    /// The codes that `Finding::code` gives.
    fn used() -> Vec<&'static str> {
        let source = include_str!("finding.rs");
        let code = source.split("pub fn code").nth(1).unwrap();
        code.split("=> \"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect()
    }

    #[test]
    fn every_code_is_explained() {
        for code in used() {
            for lang in [Lang::Zh, Lang::En] {
                let page = explain(code, lang).map(|explanation| explanation.page(code, lang));
                assert!(
                    page.is_some_and(|page| page.len() > code.len() + 40),
                    "{code}"
                );
            }
        }
    }

    #[test]
    fn no_code_is_explained_twice() {
        for row in ROWS {
            assert_eq!(
                ROWS.iter().filter(|other| other.code == row.code).count(),
                1,
                "{}",
                row.code
            );
        }
    }
}
