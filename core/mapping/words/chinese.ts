/** The same of Chinese names, simplified; what is written in traditional characters is read as these. */
export const CHINESE = `
手工 上传 下载 同步 推送 机器 校验 校验码 机器编号 联系方式 原则 原因 行数 商品行数 联系 方式 物流 人 人员 员 图片 来源 结果 经手 审批 更新 修改 创建者 操作 登录 邮费 手续费 补贴 红包 扣点 欠款 效期 产地 包装 款式 事业部 仓位 代表 收银台 款台 片区 件装量 流程 质检 尺码 换算系数 换算率 折合 辅 辅助 色号 第三方 提成 车船号 车号 船号 待收款 已收款 技术服务费 服务费 快递费 样式 承诺 需求 送检 检验 过磅 计提 费用 扣款 同期 上月 期望 参考价 仍要 费: aside
客户 顾客 购买方 购方 买方 购货商 购货单位 往来单位 客商 购货方 代理商 售达方 开票单位 收票方 订货客户 会员 需方 买家 零售商 加盟商 药店: customer
经销商 分销商 商业公司 商业单位 商业 批发商 配送商: reporter
供应商 供货商 供方 销售方 销方 供货单位 卖方 卖家 供货方: supplier
厂商 厂家 生产厂家 制造商 生产企业 生产商 品牌商: maker
合作伙伴 伙伴 往来户: partner
账户 科目: account
最终客户 终端客户 终端 消费者 医院 最终用户 终端用户 下游 下游客户 下家: endCustomer
收货方 收货单位 付款方 送达方 收货客户 付款客户 承运单位 收款单位 付款单位 结算单位 发货方 上家 甲方 乙方: otherParty
公司 法人 销售组织 组织 账套 业务实体 公司代码 采购组织 核算主体 所属公司 主体: company
商家编码: product number code
产品 商品 物资 物料 货品 零件 配件 备件 存货 货物 品目 材料 宝贝 药品 料件 成品 半成品: product
料品 货号 料号 品号 款号 品番: product number
条码 条形码 国际条码: barcode
单据 凭证 单 票 交易 流水 小票 对账单: document
发票 开票 票据 账单 数电票: invoice
标题 留言 抬头 标识位 可用数量 未发数量 已退数量 累计数量 累计 产品线 产品系列 系列 红蓝字 可退货数量 可退 未开票 未交 欠交 剩余 毛利额 包裹 物流公司: aside
运单号 运单编号 装箱单号 提货单号 提单号 配货单号 派车单号: delivery number
子件 外部编码 商家SKU 外部商品 平台商品编码 商家SKUID 外部系统编号 商品规格编码 规格编码: product number
采购方 购买单位 购买方单位 商户 采购商 买方单位: customer
成交时间 拍下 签订 采购日期 下单日: order date
交运 发出 出仓 送达 出厂 装运 起运 提货 装车 提货单 出库通知单 发货通知单: delivery
出货单价 出库单价 发货单价 供货单价 供价 出厂价 批发价: price
发货金额 出库金额 出货金额 应付金额 应付货款 税前金额 税前: net amount
签收 到库 入仓 接收 实到 进仓 确认收货 收货订单 入库订单: receipt
质量 含量 产量 容量: aside
净销售额 净销售收入: net amount
销售量 发货量 出货量 采购量 订购量: quantity
进货单价 进货价格 进货价 移动平均价 加权平均价: cost price
划线价 商品原价 吊牌价 挂牌价: list price
征收率: tax rate
税种 税率代码 税率编码: tax code
满减 让利 立减 优惠券 店铺优惠 平台优惠 商家优惠: discount amount
扣率: discount rate
明细编号 明细ID 明细号 子单号 行唯一 明细单号: line number
原币币种: currency
原始订单号 原始订单编号 平台订单号 平台单号 线上单号 网店订单号 线上订单号 原始单号: order number
订单创建 平台订单 线上订单 网店订单 店铺订单 外部订单 内部订单: order
折前 优惠前 挂牌 挂网 折扣前: list
市场价 市场价格: list price
订单 要货 采购订单 销售订单 采购单 销售单 订货 订货单 合同订单: order
发货 交付 交货 送货 出库 出货 配送 发运 送货单 发货单 出库单 销货单: delivery
收货 入库 到货 验收 收货单 入库单: receipt
过账 记账 入账: posting
会计凭证 凭证号: posting document number
物料凭证: receipt document
销售凭证 采购凭证: order document
开票凭证: invoice document
付款 支付 回款 收款 结算 清账 实付 已付: payment
服务: service
上报 申报 提报: submission
行 行号 分录 序号 项次 明细行 行项目 单行 子订单: line
退货 退回 红字 退款: return
原单 原发票 原订单 原始 原销售 蓝字 对应 被冲: original
特价: contract price
补差 差价 价保: rebate
合同 协议 中标: contract
参考 参照 关联 源单 来源单据 上游: reference
交期 交货期 货期: delivery date
日期 日 时间: date
编号 号码 号 令号 代号: number
单号 票号 单据号 单据编号: document number
编码 代码 简码 码: number code
名称 名 描述 品名 摘要 规格 型号 说明 简称 全称 通用名 商品名 别名 品规 昵称 网名 姓名: name
数量 量 结算数量 件数 个数 数目 销量 数 实发 实收: quantity
单位 计量单位 主计量 计价单位 销售单位 采购单位 计量: unit
价格 结算价 结算单价 价 单价 均价 售价: price
金额 结算金额 额 总额 货款 销售额 价款 货值 价值 收入 实发金额: amount
币种 货币 币别 币: currency
本币 本位币: local
净值: net amount
税 增值税: tax
率 比例 百分比 %: rate
折扣 优惠 折让 折: discount
返利 返点 奖励: rebate
成本 进价 结转: cost
标准 目录 零售 原价 定价 牌价 吊牌 标价 指导 基准: list
净 折后 不含税 未税 无税 去税 除税 折扣后 优惠后 让利后: net
毛: gross
含税 价税 税价 价税合计: taxIncluded
合计 总 小计 总计 共计: total
拒收 不合格 破损 退: rejected
上架: stocked
库存 结存: stock
订购 下单: ordered
每: per
过账到 记账到: stocked
的账号 的账户: account number
原始子单号 原始子单 原始子订单号: line number
整单 整单优惠: header
申请 请购 搭赠 赠送 可用 换货 装运点 接收点 收货点 起运点 提货点: aside
供应商账号 供应商账户: supplier number
客户账号 客户账户: customer number
债权人: supplier
债务人: customer
失效 止 结束 截止 有效期至: validity aside
生效 有效期 有效 起 开始: validity
上级 总部 母 集团: parent
类别 分类 品类 种类 类 物料组 等级: category
品牌: brand
重量 毛重 净重 体积 皮重 实重: weight
国家 省份 省 城市 地区 区域 地址 市 邮编 区县: country
状态 是否: status
门店 店铺 网点 商场 超市 卖场 连锁 店: place
到期 应付 要求 创建 建立 录入 制单 打印 计划 预计 审核 复核 开票人 收款人: aside
发票代码 税收分类 税收编码 部门 类型 单据类型 外币 汇 会计 期间 序列 电话 邮箱 联系人 业务员 销售员 仓库 库房 库位 批次 批号 备注 毛利 毛利率 佣金 余额 汇率 运费 渠道 颜色 尺寸 年 月 周 季度 大区 经办人 工厂 库存地点 条款 条件 赠品 生产 注册 批准文号 文号 剂型 税号 识别号 账号 银行 开户行 关闭 标志 标识 项目 班组 属性 自定义 平台 承运商 箱号 车牌 司机 快递 积分 卡号 会员卡 会员卡号: aside
税金 销项税: tax amount
录单: aside
录单日期: document date
实收金额 实付金额: payment amount
`;
