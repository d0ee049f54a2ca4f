//! Every finding in Chinese.

use super::finding::{BoxFault, Finding, Found, SyntaxHint, TranscriptFault, Wants};
use super::{Name, Text};
use crate::identity::{IdNumberFault, UsccFault};
use crate::moment::MomentError;
use crate::money::MoneyError;

/// What is said about a finding.
#[expect(clippy::too_many_lines, reason = "one line for each finding")]
pub(super) fn text(finding: &Finding) -> Text {
    match finding {
        Finding::FileTooLarge { bytes, most } => Text::new(format!("案情文件太大：{} KB，最多 {} KB", bytes / 1024, most / 1024))
            .note("帮助：案情文件只写文字；图片放在旁边的文件夹里，在「证据」里写路径"),
        Finding::NotUtf8 { guess, line } => {
            let looks = guess.map_or_else(String::new, |guess| format!("，看起来是 {guess}"));
            Text::new(format!("第 {line} 行起无法读取：文件不是 UTF-8 编码{looks}"))
                .note("帮助：用记事本等编辑器打开，选「另存为」，编码选 UTF-8，再试一次")
        }
        Finding::EmptyFile => Text::new("案情文件里没有内容").note("帮助：可以从 examples/minimal/case.yaml 抄一份来改"),
        Finding::SeveralDocuments => Text::new("一个文件里有两份案情").label("第二份从这里开始，没有读").note("帮助：删去这一行 `---`，或把第二份另存为一个文件"),
        Finding::NotAMap => Text::new("案情文件要由「键: 值」组成").label("这里不是键").note("帮助：每行写成 `标题: 充值未到账` 的样子，冒号用半角，后面空一格"),
        Finding::YamlSyntax { hint, parser } => syntax(*hint, parser),
        Finding::TabIndentation => Text::new("行首用了制表符（Tab）").label("这里要用空格").note("帮助：把行首的 Tab 换成空格，每深一层多两个空格"),
        Finding::FullWidthColon { repair, .. } => Text::new("键后面用了全角冒号「：」").label("要用半角冒号加空格").note(format!("帮助：改成 `{repair}`")),
        Finding::ColonWithoutSpace { repair } => Text::new("冒号后面少一个空格").label("这里后面要空一格").note(format!("帮助：改成 `{repair}`")),
        Finding::TooDeep { most } => Text::new(format!("层次太深，超过 {most} 层")).label("从这里起没有读").note("帮助：案情文件一般不超过六层，请检查缩进和括号"),
        Finding::TooManyValues { most } => Text::new(format!("内容太多，超过 {most} 项")).label("从这里起没有读").note("帮助：检查 `*引用` 是否层层展开；引用会把内容整个复制一遍"),
        Finding::AliasToItself => Text::new("`*引用` 引用了它自己").label("这个引用在它所引用的内容里面").note("帮助：删去这个引用，或直接写出内容"),
        Finding::BadMerge => Text::new("`<<` 后面要引用「键: 值」").label("这里不是「键: 值」").note("帮助：写成 `<<: *名字`，`&名字` 要标在由键组成的内容上"),
        Finding::KeyNotText => Text::new("键只能是文字").label("这里的键是列表或一组键").note("帮助：检查括号和冒号的位置"),
        Finding::ControlCharacter { chars } => Text::new(format!("去掉了看不见的控制字符 {}", code_points(chars))).label("这里有").note("帮助：多半是复制时带进来的；请核对这一行的内容"),
        Finding::UnknownKey { key, section, nearest, elsewhere } => unknown_key(key, *section, nearest.as_deref(), elsewhere),
        Finding::DuplicateKey { key, first } => {
            let text = if key == first { Text::new(format!("「{key}」写了两次")) } else { Text::new(format!("「{first}」和「{key}」是同一项，写了两次")) };
            text.label("又写了一次").note("帮助：只留一个；有几项时写成列表，每项以 `- ` 开头")
        }
        Finding::WrongShape { field, wants, found } => wrong_shape(*field, *wants, *found),
        Finding::InvisibleCharacter { field, chars } => {
            Text::new(format!("「{}」里有看不见的字符 {}，已去掉", field.zh, code_points(chars))).label("这里有").note("帮助：多半是从网页复制时带进来的；请对照原页面核对这个号码")
        }
        Finding::Placeholder { field, text } => {
            Text::new(format!("「{}」还没有填：`{text}`", field.zh)).label("按没有写处理").note("帮助：填上真实内容；不知道就删去这一行，不会印出来")
        }
        Finding::Internal { message } => Text::new(format!("程序内部出错：{message}")).note("帮助：这是程序的错，不是你的错；请把这一行报告给我们"),
        Finding::BadAmount { field, text, why } => amount(*field, text, *why),
        Finding::ZeroAmount => Text::new("付款金额是 0").label("没有付款就不用写这一笔").note("帮助：写账单上实际支付的金额；没有付成的不写"),
        Finding::RefundOverPayment { refunded, amount } => Text::new(format!("已退 {refunded} 元，比付款 {amount} 元还多")).label("超过了付款金额").note("帮助：核对账单；一笔付款只写它自己的退款"),
        Finding::BadMoment { field, text, why } => match why {
            MomentError::NotADate => Text::new(format!("「{}」看不懂：`{}`", field.zh, short(text))).label("不像日期").note("帮助：写成 2026-11-01、2026-11-01 20:58、2026年11月1日20时58分 或 2026年11月1日晚上8点58分；不记得几点就只写日期"),
            MomentError::Impossible => Text::new(format!("没有这一天或这个时刻：`{}`", short(text))).label("日历上没有").note("帮助：核对年、月、日和时、分"),
        },
        Finding::NotADay { field, .. } => Text::new(format!("「{}」只写日期，不写钟点", field.zh)).label("多了钟点").note("帮助：写成 1998-05-06"),
        Finding::LineWithoutDate { section, text } => {
            Text::new(format!("「{}」的每一条要以时间开头：`{}`", section.zh, short(text))).label("开头没有时间").note("帮助：写成 `- 2026-11-01 21:40 在线客服：称系统处理中`；不记得几点就只写日期")
        }
        Finding::BadSpan { field, text } => Text::new(format!("「{}」看不懂：`{}`", field.zh, short(text))).label("不像一段时间").note("帮助：写成 10分钟、24小时 或 7天"),
        Finding::BadRate { field, text } => Text::new(format!("「{}」要写一个年利率：`{}`", field.zh, short(text))).label("不是百分之零以上、最多两位小数的利率").note("帮助：写成 3.00%"),
        Finding::NoFiles { path } => Text::new(format!("“{}”里没有文件", short(path))).label("没有可附的文件").note("帮助：路径从案情文件所在的文件夹算起；* 代表任意文字，? 代表一个字"),
        Finding::FolderLeftOut { path } => Text::new(format!("里面的文件夹“{}”没有附入", short(path))).label("只附这一层的文件").note("帮助：要附的话，把它也写进「文件」"),
        Finding::BadPages { text } => Text::new(format!("看不出是哪几页：`{}`", short(text))).label("不是页码").note("帮助：写成 3、1-3 或者 1-3, 8，从 1 起"),
        Finding::BadTurn { text } => Text::new(format!("「旋转」要写 90、180 或者 270：`{}`", short(text))).label("不是直角的倍数").note("帮助：数字是顺时针的度数"),
        Finding::BadCount { field, text } => Text::new(format!("「{}」要写一个整数：`{}`", field.zh, short(text))).label("不是整数").note("帮助：写成 1、2、3"),
        Finding::BadYesNo { field, text } => Text::new(format!("「{}」要写 是 或 否：`{}`", field.zh, short(text))).label("不是「是」或「否」").note("帮助：不确定就删去这一行"),
        Finding::UnknownWord { field, word, nearest, words } => {
            let text = Text::new(format!("「{}」没有这个选项：`{}`", field.zh, short(word))).label(nearest.as_ref().map_or_else(String::new, |near| format!("是不是「{near}」？")));
            text.note(format!("帮助：可以写 {}", list(words)))
        }
        Finding::UnknownReference { field, text, nearest, known } => {
            let message = Text::new(format!("「{}」所指的找不到：`{}`", field.zh, short(text))).label(nearest.as_ref().map_or_else(|| "没有这一项".to_owned(), |near| format!("是不是「{near}」？")));
            if known.is_empty() { message.note("帮助：先写出被引用的那一项，再引用它") } else { message.note(format!("帮助：现有的是 {}", list(known))) }
        }
        Finding::AmbiguousReference { field, text } => Text::new(format!("「{}」所指的不止一项：`{}`", field.zh, short(text))).label("说的是哪一项？").note("帮助：给其中一项加上 `编号`，再用编号引用"),
        Finding::DuplicateId { id } => Text::new(format!("编号「{id}」用了两次")).label("又用了一次").note("帮助：改成不同的编号，引用的地方也要跟着改"),
        Finding::IncompleteEntry { entry, part } => Text::new(format!("「{}」这一条缺「{}」", entry.zh, part.zh)).label(format!("没有「{}」", part.zh)).note("帮助：补上这一项；这一条用不着就整条删去"),
        Finding::StatedTwice { first, second } => Text::new(format!("「{}」和「{}」只能写一个", first.zh, second.zh)).label("与另一处重复").note("帮助：留下正确的一个"),
        Finding::CircularAlternative => Text::new("「代替」绕成了圈：这一项最后代替的是它自己").label("首选的一项不写「代替」").note("帮助：只在次选的一项写「代替」，如 `诉求: [{补发: 2}, {退款: 全额, 代替: 补发}]`"),
        Finding::DuplicateRespondent { name } => Text::new(format!("同一个被投诉人写了两次：`{}`", short(name))).label("又写了一次").note("帮助：合成一条，「身份」可以写多个；确实是两个主体的，核对名称和统一社会信用代码"),
        Finding::PriceMismatch { unit_price, quantity, total, paid } => Text::new(format!("单价 {unit_price} 元 × {quantity} = {total} 元，与支付的 {paid} 元不一致")).label("与支付金额对不上").note("帮助：核对单价、数量和每一笔支付；用了优惠、另付运费的，单价按实际支付折算，或者删去单价"),
        Finding::NoClaims => Text::new("没有写任何请求").label("这里是空的").note("帮助：写上要求什么，如 `诉求: 全额退款`"),
        Finding::EmptyFilings => Text::new("「已走渠道」是空的，按不知道处理").label("没有写内容").note("帮助：没有向别处投诉过就写 `已走渠道: 无`，这样文书里才会写明"),
        Finding::NoneAmongFilings => Text::new("「已走渠道」里既写了 无，又写了别的").label("这一条是「无」").note("帮助：投诉过就删去「无」"),
        Finding::IdNumber { why } => Text::new(id_number(*why)).label("请对照证件核对").note("说明：这里只作提醒，不影响生成"),
        Finding::Uscc { why } => Text::new(uscc(*why))
        .label("请核对")
        .note("帮助：在「国家企业信用信息公示系统」按名称查询后复制"),
        Finding::PhoneShape { text } => Text::new(format!("电话号码的样子不常见：`{}`", short(text))).label("请核对位数").note("帮助：手机写 11 位，固定电话写 0571-88880000；一项只写一个号码"),
        Finding::BadBox { why } => Text::new(match why {
            BoxFault::NotFour => "「位置」要写四个数：左、上、宽、高",
            BoxFault::NotALength => "「位置」里有看不懂的数",
            BoxFault::Empty => "方框的宽或高是 0",
            BoxFault::Outside => "方框超出了图片",
        })
        .label("看不懂这个框")
        .note("帮助：写成 `位置: [10%, 20%, 30%, 5%]`；「遮盖」也可以用像素，如 `[120, 640, 720, 60]`"),
        Finding::NoSuchPicture { file, files } => Text::new(format!("没有第 {file} 个文件：这份证据只有 {files} 个")).label("从 1 数起").note("帮助：写这份证据里的第几个文件"),
        Finding::EvidenceWithoutPurpose { name, suggestion } => {
            let help = suggestion.map_or_else(
                || "帮助：加上 `证明:`，可写 主体、承诺、下单、付款、已发卡密、未履行、未解决、催告".to_owned(),
                |link| format!("帮助：从名称看像是 `证明: {}`，对的话请写上", link.zh),
            );
            Text::new(format!("证据「{name}」没有写证明什么")).label("没有「证明」").note(help)
        }
        Finding::EvidenceWithoutSource { name } => Text::new(format!("证据「{name}」没有写来源")).label("没有「来源」").note("帮助：加上 `来源:`，写从哪里得来，如 支付宝账单页面截图"),
        Finding::BadTranscript { why } => transcript(why),
        Finding::Stated { message, basis, why, help, .. } => {
            let notes = [
                basis.as_ref().map(|basis| format!("依据：{basis}")),
                why.as_ref().map(|why| format!("为什么：{}", why.zh)),
                help.as_ref().map(|help| format!("帮助：{}", help.zh)),
            ];
            Text { notes: notes.into_iter().flatten().collect(), ..Text::new(&message.zh) }
        }
    }
}

fn transcript(why: &TranscriptFault) -> Text {
    match why {
        TranscriptFault::NotATimecode { text } => {
            Text::new(format!("「文字稿」要写录音里的时点：`{}`", short(text)))
                .label("开头不是 分:秒")
                .note("帮助：写成 `- 00:12 客服：已经登记`，一小时以上写成 1:02:03")
        }
        TranscriptFault::OutOfOrder { at, before } => {
            Text::new(format!("「文字稿」的时点倒退了：{at} 在 {before} 之后"))
                .label("比上一条早")
                .note("帮助：按录音里的先后排列；核对分和秒")
        }
        TranscriptFault::NotAnExcerpt { text } => Text::new(format!(
            "「节选」看不懂：`{}`",
            short(text)
        ))
        .label("不像条数或者日期的范围")
        .note("帮助：写成 12-40（第12条至第40条）或 2026-11-01 至 2026-11-03；有几段时写成列表"),
    }
}

fn syntax(hint: SyntaxHint, parser: &str) -> Text {
    let (message, help) = match hint {
        SyntaxHint::Quote => (
            "引号没有配对",
            "用一对半角引号 \" 把值括起来；值里面要写引号时，外面改用单引号 '",
        ),
        SyntaxHint::Bracket => (
            "括号或逗号没有配对",
            "检查 { }、[ ] 是否成对，逗号是否是半角，逗号后面空一格",
        ),
        SyntaxHint::Anchor => (
            "引用了没有标过的内容",
            "值以 * 开头时要加引号；要引用内容，先在前面用 &名字 标出",
        ),
        SyntaxHint::Indentation => (
            "这一行与前后没有对齐",
            "同一组的键左边要对齐；上一行的冒号是否是半角、后面是否有空格，也请检查",
        ),
        SyntaxHint::Unquoted => (
            "这一行的值要加引号",
            "值里有「: 」或以 @ ` % * & ! 开头时，用半角引号把整个值括起来",
        ),
        SyntaxHint::Other => (
            "这里不符合 YAML 的写法",
            "检查缩进、半角冒号加空格、引号和括号是否成对",
        ),
    };
    Text::new(message)
        .label("读到这里读不下去了")
        .note(format!("帮助：{help}"))
        .note(format!("解析器的原话：{parser}"))
}

fn unknown_key(
    key: &str,
    section: Option<Name>,
    nearest: Option<&str>,
    elsewhere: &[Name],
) -> Text {
    let place = section.map_or_else(
        || "案情文件".to_owned(),
        |section| format!("「{}」", section.zh),
    );
    let text = Text::new(format!("{place}没有「{key}」这一项"));
    let text = match nearest {
        Some(nearest) => text.label(format!("是不是「{nearest}」？")),
        None => text.label("不认识"),
    };
    let names: Vec<String> = elsewhere
        .iter()
        .map(|name| {
            if name.en == "case" {
                "最外层".to_owned()
            } else {
                format!("「{}」", name.zh)
            }
        })
        .collect();
    match (names.as_slice(), nearest) {
        ([], Some(_)) => text.note("帮助：改成上面的写法；多余的内容删去"),
        ([], None) => {
            text.note("帮助：可用的键见 README「案情文件」；多余的内容删去，或写进「说明」「经过」")
        }
        (names, _) => text.note(format!(
            "帮助：「{key}」写在{}里；请检查缩进",
            names.join("或")
        )),
    }
}

fn wrong_shape(field: Name, wants: Wants, found: Found) -> Text {
    let found = match found {
        Found::Text => "一段文字",
        Found::Keys => "一组键",
        Found::List => "列表",
    };
    let (wanted, help) = match wants {
        Wants::Text => (
            "一个值",
            format!(
                "写成 `{}: 值`；有多项内容时看看是否该分到别的键里",
                field.zh
            ),
        ),
        Wants::Keys => (
            "一组键",
            format!("在「{}」下面另起一行，缩进两格，写「键: 值」", field.zh),
        ),
        Wants::TextOrKeys => (
            "一个值或一组键",
            format!("「{}」只写一个；列表里不能再套列表", field.zh),
        ),
    };
    Text::new(format!("「{}」要写{wanted}，这里是{found}", field.zh))
        .label(format!("这里是{found}"))
        .note(format!("帮助：{help}"))
}

fn amount(field: Name, text: &str, why: MoneyError) -> Text {
    let text = short(text);
    let (message, label, help) = match why {
        MoneyError::NotANumber => (
            format!("「{}」看不懂：`{text}`", field.zh),
            "不像金额",
            "写成 168、168.00 或 168元",
        ),
        MoneyError::Negative => (
            format!("「{}」不能是负数：`{text}`", field.zh),
            "是负数",
            "退回的钱写在「已退金额」，用正数",
        ),
        MoneyError::TooPrecise => (
            format!("「{}」最小到分：`{text}`", field.zh),
            "小数超过两位",
            "按账单写到分",
        ),
        MoneyError::TooLarge => (
            format!("「{}」太大：`{text}`", field.zh),
            "超过一百亿",
            "核对是不是把单号写成了金额",
        ),
    };
    Text::new(message)
        .label(label)
        .note(format!("帮助：{help}"))
}

fn uscc(why: UsccFault) -> &'static str {
    match why {
        UsccFault::Shape => "统一社会信用代码应是 18 位数字和大写字母（没有 I、O、S、V、Z）",
        UsccFault::CheckSign => "统一社会信用代码的校验位不对，可能抄错了一位",
    }
}

fn id_number(why: IdNumberFault) -> &'static str {
    match why {
        IdNumberFault::Shape => "证件号码应是 17 位数字加一位数字或 X",
        IdNumberFault::BirthDate => "证件号码里的出生日期不存在",
        IdNumberFault::CheckDigit => "证件号码的最后一位对不上，可能抄错了一位",
        IdNumberFault::OtherBirthDate => "证件号码里的出生日期与「出生日期」不一致",
        IdNumberFault::OtherGender => "证件号码里的性别与「性别」不一致",
    }
}

/// Characters by their numbers, each once.
fn code_points(chars: &[char]) -> String {
    let mut names: Vec<String> = chars
        .iter()
        .map(|c| format!("U+{:04X}", u32::from(*c)))
        .collect();
    names.sort();
    names.dedup();
    names.join("、")
}

/// Words one after another; where there are very many, the first of them and a sign that there are more.
fn list(words: &[String]) -> String {
    const MOST: usize = 20;
    let more = if words.len() > MOST { "等" } else { "" };
    words[..words.len().min(MOST)].join("、") + more
}

/// A value for a message.
fn short(text: &str) -> String {
    const MOST: usize = 30;
    let line = text.split('\n').next().unwrap_or("");
    let mut start: String = line.chars().take(MOST).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}
