#!/usr/bin/env python3
"""Writes a case whose 12315 complaint takes three pages before its exhibits.

People, companies and numbers are invented. Each exhibit is one picture of make_pictures.py.

Usage: make_case.py FOLDER COUNT [photos | placeless]
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
import make_pictures  # noqa: E402

CASE = """\
标题: 游戏直充未到账
材料编号: TS-2026-0001
投诉人:
  姓名: 许临川
  性别: 男
  出生日期: 1994年6月2日
  电话: "19900002468"
  地址: 浙江省云汀市南屏区槐荫路20号3幢502室
  证件类型: 居民身份证
  电子邮箱: xu.linchuan@mail.example
  退款到: 原路退回
被投诉人:
  身份: [平台经营者, 商家, 收款方]
  名称: 澜江市远帆网络科技有限公司
  地址: 广东省澜江市海棠区望潮路68号2幢1106室
  法定代表人: 顾望舒
  电话: 0900-5550188
  网站: www.yuanfan-card.example
  备案号: 粤ICP备99003456号-1
  身份来源: { 来源: 国家企业信用信息公示系统, 查询日期: 2026-11-18 }
用途: 生活消费
商品:
  种类: 游戏点卡
  名称: 《星海远征》5000星晶直充
  数量: 1
  单价: 486.00
  交付方式: 直充
  充入账户: "8830441726"
  充入系统: 星海远征游戏钱包
问题: 未到账
发现时间: 2026-10-18 20:52
订单:
  平台订单号: YF20261018201147306825
  时间: 2026-10-18 20:11:47
  承诺: { 时限: 10分钟, 原文: 付款后10分钟内自动到账，超时未到账全额退款 }
  页面状态: 充值成功
支付:
  方式: 支付宝
  种类: 商户收款
  金额: 486.00
  时间: 2026-10-18 20:13:27
  交易号: "2026101822001407741438205519"
  商户单号: YFP20261018201327990048
  收款方名称: 澜江市远帆网络科技有限公司
  付款人: 本人
  已退金额: 0
交付:
  商家称已交付时间: 2026-10-18 20:16:02
  结果: 未到账
  查询时间: 2026-11-17 09:12
已做核对: [订单号与账单一致, 充值账号无误, 已查余额, 已刷新页面]
协商:
  - 时间: 2026-10-18 20:52
    方式: 在线客服
    工号: A07
    要求: 查询到账情况，说明最晚到账时间
    对方答复: 已提交上游核实，请您等待24小时
    推托类型: 系统处理中
  - 时间: 2026-10-20 09:05
    方式: 在线客服
    工号: A12
    要求: 提供上游流水号和游戏方回执，不能提供的全额退款486.00元
    对方答复: 上游没有给回执，订单显示充值成功
    推托类型: 系统处理中
  - 时间: 2026-10-20 09:18
    方式: 在线客服
    工号: A12
    要求: 按页面承诺全额退款486.00元
    对方答复: 虚拟商品售出后不退
    推托类型: 虚拟商品不退
  - 时间: 2026-11-02 14:30
    方式: 电话
    工号: A03
    要求: 复核工单结论，全额退款486.00元
    对方答复: 以工单结果为准，不再受理
    推托类型: 明确拒绝
经过:
  - { 时间: 2026-10-18 20:03, 事实: 付款前游戏钱包余额为120星晶 }
  - { 时间: 2026-10-18 20:43, 事实: 订单页显示充值成功，发货详情没有上游流水号，也没有游戏方回执 }
  - { 时间: 2026-10-20 09:03, 事实: 距付款已逾36小时，余额仍为120星晶，10月18日起没有新增充值 }
  - { 时间: 2026-11-17 09:12, 事实: 再次查询，余额仍为120星晶，没有充值记录 }
诉求: 全额退款
已走渠道:
  - 渠道: 平台工单
    日期: 2026-10-21
    编号: GD20261021093015
    结果: 商家关闭
    结果日期: 2026-10-23
    理由: 本工单不予退款，现予关闭
市场监管: { 名称: 澜江市海棠区市场监督管理局, 同意公示: 否, 同意委托调解: 是 }
"""

LINKS = ["承诺", "下单", "付款", "未履行", "未解决"]


def exhibit(number):
    """The YAML of exhibit `number`."""
    what = "拍摄的付款设备" if number % 2 else "与在线客服的对话"
    return (
        f"  - 文件: evidence/{make_pictures.name(number)}\n"
        f"    名称: {what}（{number}）\n"
        f"    证明: {LINKS[number % len(LINKS)]}\n"
        f"    来源: 本人手机\n"
        f"    截取时间: 2026-10-{18 + number % 13} {8 + number % 12:02}:{number % 60:02}\n"
        f"    原件所在: 本人手机，可供核对\n"
        f"    图意: 第{number}张图片，{what}\n"
    )


def make(folder, count, kind=""):
    """Writes `case.yaml` and its pictures into `folder`; returns the path of the case.

    Of the kind `photos` all pictures are photos, of the kind `placeless` photos that tell no place.
    """
    folder = Path(folder)
    numbers = make_pictures.numbers(count, kind != "")
    make_pictures.make(folder / "evidence", numbers, kind != "placeless")
    exhibits = "证据:\n" + "".join(map(exhibit, numbers)) if count else ""
    case = folder / "case.yaml"
    case.write_text(CASE + exhibits, encoding="utf-8")
    return case


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    print(make(sys.argv[1], int(sys.argv[2]), *sys.argv[3:]))
