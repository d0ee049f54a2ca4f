//! What the short shapes of a case file are read as.

use tousu::case::contact::ContactWay;

use crate::office::reading;

#[test]
fn a_colon_of_yaml_in_a_contact_is_a_colon() {
    let reading = reading(
        "协商:\n  - 2026-11-02 客服: 好的。\n  - 2026-11-03 10:05 电话:\n经过: {2026-11-04 查询: 余额为0}\n",
    );
    let codes: Vec<_> = reading
        .outcome
        .diagnostics
        .iter()
        .map(|one| one.finding.code())
        .collect();
    assert_eq!(codes, ["fact-without-exhibit"]);
    let case = reading.outcome.value.unwrap();
    let said: Vec<_> = case
        .contacts
        .iter()
        .map(|contact| (contact.at.iso(), contact.by, contact.said.as_deref()))
        .collect();
    assert_eq!(
        said,
        [
            (
                "2026-11-02".to_owned(),
                Some(ContactWay::OnlineChat),
                Some("好的。")
            ),
            ("2026-11-03 10:05".to_owned(), Some(ContactWay::Phone), None),
        ]
    );
    assert_eq!(case.facts[0].text, "查询：余额为0");
}

#[test]
fn numbers_are_read_in_half_width() {
    let reading = reading(
        "支付: {金额: １２０, 交易号: ００１２３ＡＢＣ－９, 订单: Ａ１}\n订单: {平台订单号: Ａ１}\n证据: [{文件: 账单（１）.png, 证明: 付款, 来源: 账单}]\n",
    );
    let case = reading.outcome.value.unwrap();
    let payment = &case.payments[0];
    assert_eq!(payment.trade_no.as_deref(), Some("00123ABC-9"));
    assert_eq!(payment.order, Some(0));
    assert_eq!(case.evidence[0].files, ["账单（１）.png"]);
}
