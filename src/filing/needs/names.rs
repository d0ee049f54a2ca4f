//! Whether names and addresses are those that an office can work with.
//!
//! 《市场监督管理投诉举报处理办法》第十条: true name and address of the complainant, name and address of the respondent;
//! 《民事诉讼法》第一百二十二条、第一百二十四条: an identifiable defendant.

use super::super::{Brief, parties};
use crate::bilingual::Bilingual;
use crate::case::party::Entity;
use crate::channel::Door;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// How the registered names of businesses end.
const ENDINGS: [&str; 20] = [
    "公司",
    "集团",
    "企业",
    "合伙",
    "店",
    "部",
    "行",
    "厂",
    "中心",
    "社",
    "院",
    "所",
    "会",
    "局",
    "工作室",
    "馆",
    "站",
    "坊",
    "铺",
    "场",
];

/// The fewest characters of a registered name: a region, a name of its own and a form.
const SHORTEST_NAME: usize = 6;

/// What an address below the district is told by.
const PLACES: [&str; 22] = [
    "路", "街", "道", "巷", "号", "村", "镇", "乡", "弄", "里", "大厦", "广场", "园", "楼", "室",
    "幢", "栋", "座", "组", "胡同", "信箱", "单元",
];

/// How people write a name that they do not want to give.
const MASKS: [&str; 8] = ["某", "*", "＊", "×", "先生", "女士", "小姐", "同学"];

/// Names and addresses that an office cannot work with.
pub(super) fn check(brief: &Brief<'_>) -> Diagnostics {
    if !matches!(brief.channel.door, Door::Samr | Door::Court) || brief.channel.self_use {
        return Diagnostics::new();
    }
    let mut found = Diagnostics::new();
    let person = &brief.case.complainant;
    found.extend(person.name.as_deref().and_then(masked_name));
    found.extend(
        person
            .address
            .as_deref()
            .and_then(|address| incomplete(address, "complainant.address")),
    );
    let all = &brief.case.respondents;
    for one in parties::chosen(brief) {
        let Some(index) = all.iter().position(|other| std::ptr::eq(other, one)) else {
            continue;
        };
        let is_person = matches!(
            one.entity,
            Some(Entity::Person | Entity::IndividualBusiness)
        );
        let named = one
            .name
            .as_deref()
            .filter(|_| one.uscc.is_none() && !is_person);
        found.extend(named.and_then(|name| nickname(name, index)));
        let route = format!("respondents[{index}].address");
        found.extend(
            one.address
                .as_deref()
                .and_then(|address| incomplete(address, &route)),
        );
    }
    found
}

fn masked_name(name: &str) -> Option<Diagnostic> {
    MASKS.iter().find(|mask| name.contains(**mask))?;
    let finding = Finding::stated(
        "name-not-true",
        Bilingual::new(
            format!("「{name}」不是真实姓名"),
            format!("`{name}` is no true name"),
        ),
    )
    .why(Bilingual::new(
        "投诉和起诉都要写真实姓名，与证件核对不上的不予受理",
        "complaints and suits need the true name, which is checked against the identity paper",
    ))
    .help(Bilingual::new(
        "照身份证件写；对方看不到全名的渠道，程序会自动遮盖",
        "write it as on the identity paper; where the other side may not see it, the program masks it",
    ));
    Some(Diagnostic::error(finding).at(Place::value("complainant.name")))
}

/// A name that no register would have: a nickname of a shop, a clerk's name.
fn nickname(name: &str, index: usize) -> Option<Diagnostic> {
    let bare = name.trim_end_matches(['）', ')']);
    let registered = ENDINGS.iter().any(|ending| bare.ends_with(ending)) || bare != name;
    if registered && name.chars().count() >= SHORTEST_NAME {
        return None;
    }
    let finding = Finding::stated(
        "respondent-unclear",
        Bilingual::new(
            format!("被投诉人名称「{name}」不像登记的全称"),
            format!("the respondent's name `{name}` does not look like a registered one"),
        ),
    )
    .why(Bilingual::new(
        "店铺昵称、客服称呼查不到经营者，受理人会以被投诉人不明确退回",
        "a nickname leads to no trader, and the office will send the paper back",
    ))
    .help(Bilingual::new(
        "在网站底部、订单页、支付账单找全称，到「国家企业信用信息公示系统」核对，并写 `统一社会信用代码`；被投诉人是个人的，写 `主体类型: 自然人`",
        "look for the full name at the foot of the site, on the order or on the bill, check it in the national register and write `uscc`; for a person write `entity: person`",
    ));
    Some(Diagnostic::warning(finding).at(Place::value(format!("respondents[{index}].name"))))
}

fn incomplete(address: &str, route: &str) -> Option<Diagnostic> {
    if PLACES.iter().any(|place| address.contains(place)) {
        return None;
    }
    let finding = Finding::stated(
        "address-incomplete",
        Bilingual::new(
            format!("地址「{address}」没有写到街道、门牌"),
            format!("the address `{address}` has no street or house"),
        ),
    )
    .why(Bilingual::new(
        "受理人按地址确定由谁处理，并送达材料",
        "the office goes by the address to find who is in charge, and delivers papers there",
    ))
    .help(Bilingual::new(
        "写到街道、门牌号；经营者的住所在「国家企业信用信息公示系统」查",
        "write it down to street and house; a trader's domicile is in the national register",
    ));
    Some(Diagnostic::warning(finding).at(Place::value(route.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::{incomplete, masked_name, nickname};

    #[test]
    fn nicknames_are_told_from_registered_names() {
        for name in ["快充小店", "客服小王", "飞苇", "XX卡盟", "老板"] {
            assert!(nickname(name, 0).is_some(), "{name}");
        }
        for name in [
            "澜江市青屿网络科技有限公司",
            "海棠区快充数码产品经营部",
            "上海某信息技术（集团）有限公司",
            "杭州青屿企业管理合伙企业（有限合伙）",
            "北海市海城区老友手机店",
        ] {
            assert!(nickname(name, 0).is_none(), "{name}");
        }
    }

    #[test]
    fn an_address_reaches_down_to_the_house() {
        for address in ["广州", "广东省澜江市海棠区", "网上"] {
            assert!(incomplete(address, "x").is_some(), "{address}");
        }
        for address in ["湖南省苇州市北洲区桂花路21号", "海棠镇西村", "A座1208"]
        {
            assert!(incomplete(address, "x").is_none(), "{address}");
        }
    }

    #[test]
    fn a_true_name_has_no_mask() {
        for name in ["李某某", "王*明", "张先生"] {
            assert!(masked_name(name).is_some(), "{name}");
        }
        for name in ["沈知夏", "欧阳建国", "阿卜杜拉·买买提"] {
            assert!(masked_name(name).is_none(), "{name}");
        }
    }
}
