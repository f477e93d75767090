import type { SystemNames } from './systemNames.ts';

/** Kingdee K/3 and Cloud, by fields. Source: the identifiers in its forms (SAL_OUTSTOCK, SAL_SaleOrder, AR_receivable). */
export const KINGDEE: SystemNames = {
  knownBy:
    'fbillno, fdate, fcustomerid, fcustid, fmaterialid, fqty, ftaxprice, fprice, famount, fallamount, fentrytaxrate, fsaleorgid, frealqty, finterid, fentryid, fitemid, fauxqty, fauxprice, fconsignprice, fconsignamount, fcustno, fsupplyid, funitid, fsupplierid, fpriceqty',
  names: `
document: fbillno
line: fentryid, fseq
invoiceDate: fdate
partner: fcustomerid, fcustid, fsupplyid, fsupplierid, fcustno, fcustomerid.fnumber, fsupplierid.fnumber
product: fmaterialid, fitemid, fmaterialid.fnumber, fmaterialcode, fitemnumber
company: fsaleorgid, fpurchaseorgid, forgid
quantity: fqty, frealqty, fauxqty, fpriceqty
orderedQuantity: fmustqty
unit: funitid, fpriceunitid, funitid.fnumber
unitPrice: fprice, fauxprice, fconsignprice
netValue: famount, fconsignamount, fnotaxamountfor
discountPercent: fdiscountrate
discountAmount: fdiscount
taxRate: fentrytaxrate, ftaxrate, fcess
currency: fcurrencyid, fsettlecurrid
orderNumber: fsrcbillno, forderno, forderbillno, fsoorderno, fpoorderno
receivedQuantity: freceiveqty, finstockqty
aside: finterid, ftaxprice, fauxtaxprice, fallamount, famountincludetax, ftaxamount, fentrytaxamount, fdocumentstatus, fbilltypeid, fcreatorid, fcreatedate, fmodifierid, fmodifydate, fapproverid, fapprovedate, fsalesmanid, fsalerid, fempid, fdeptid, fsaledeptid, fstockid, fdcstockid, flot, fnote, fexplanation, fentrynote, fexchangerate, fmaterialname, fmodel, fspecification, fcarrierid, fsettleorgid, freceiveid, fpayerid, fallamountfor, fbillerid, fcheckerid, fcheckdate, ftrantype, fstatus, fcancellation, fid
`,
};

/** Yonyou U8, by fields: tables DispatchList(s), SaleBillVouch(s), RdRecords. Source: its data dictionary. */
export const YONYOU_U8: SystemNames = {
  knownBy:
    'cinvcode, ccuscode, iquantity, cdlcode, csbvcode, ddate, iunitprice, imoney, isum, itaxunitprice, inatmoney, cvencode, cinvname, cwhcode, dispatchlist, cexch_name, csocode, isosid, cpoid, irowno, autoid',
  names: `
document: csbvcode, cdlcode, ccode, cpbvcode
line: irowno, autoid
invoiceDate: ddate
partner: ccuscode, cvencode
product: cinvcode
quantity: iquantity
unit: ccomunitcode, cinv_unit
unitPrice: iunitprice
netValue: imoney
taxRate: itaxrate
discountAmount: idiscount
currency: cexch_name
orderNumber: csocode, cpoid, cordercode
aside: itaxunitprice, isum, itax, inatmoney, inatunitprice, inattax, inatsum, inatdiscount, cinvname, cinvstd, ccusname, ccusabbname, cvenname, cwhcode, cwhname, cbatch, cmemo, cmaker, cverifier, cdepcode, cdepname, cpersoncode, cpersonname, cstcode, cbustype, iexchrate, breturnflag, cdefine1, cdefine2, cfree1, idlsid, isosid, cposition, kl, kl2, inum, iquotedprice, id, dlid, sbvid, dverifydate
`,
};

/** Fields of the Golden Tax files, by the first sounds of their Chinese names. Source: the file formats of Aisino and Baiwang. */
export const GOLDEN_TAX: SystemNames = {
  knownBy:
    'fpdm, fphm, kprq, gfmc, gfsh, xfmc, xfsh, spmc, ggxh, jldw, hjje, slv, spbm, djh, djrq, sphh, wsdj, wsje, hsje, hsdj, khbm, khmc, ddh, ddrq, xsrq, fhrq, rkrq, rkdh, ckdh, xsdh, cgdh, gysbh, gysdm, khdm, khbh, spdm, spbh, cpbm, cpbh, cpdm, wlbm, wldm, wlbh, hpbm, xssl, fhsl, rksl, xsje, bhsje, bhsdj, zje, djbh, djlx, ywrq, ckmc, bzxx, dwmc, zdr, shr, ywy',
  names: `
document: fphm, djh, djbh, xsdh, ckdh, dh
invoiceDate: kprq, djrq, xsrq, ywrq, rq
partner: khbm, gysbm, khdm, khbh, gysbh, gysdm
line: xh, hh, sphh, hxh
product: spbh, wlbm, hpbm, spdm, cpbm, cpbh, cpdm, wldm, wlbh, hpdm
unit: jldw, dw
quantity: sl, xssl, fhsl
unitPrice: dj, wsdj, bhsdj
netValue: je, wsje, bhsje, xsje
taxRate: slv, shuilv
discountAmount: zke
discountPercent: zkl
orderNumber: ddh, cgdh, ddbh
receiptNumber: rkdh
orderDate: ddrq, dhrq
deliveryDate: fhrq, ckrq
receiptDate: rkrq
receivedQuantity: rksl
currency: bzh
product?: spbm
aside: fpdm, gfmc, gfsh, gfdzdh, gfyhzh, xfmc, xfsh, xfdzdh, xfyhzh, spmc, ggxh, hjje, hjse, jshj, se, hsje, hsdj, bz, kpr, skr, fhr, khmc, khsh, khdz, khzh, fpzl, wlmc, gysmc, ckmc, djlx, zdr, shr, ywy, bmmc, ckbm, ph, pc, cpmc, hpmc, zje, dwmc, bzxx
`,
};

/** Headings of Kingdee, Yonyou, Inspur and invoice lists in Chinese that no rule reads rightly. */
export const CHINESE_HEADINGS: SystemNames = {
  names: `
document: 发货退货单号, 单据编号, 单据号, 发票号, 发票号码, 数电票号码, 数电发票号码, 单号, 全电发票号码
partner: 客户编码, 客户代码, 客户编号, 供应商编码, 供应商代码, 开票客户, 往来单位编码, 购货单位代码, 客户, 供应商, 收票客户
invoiceDate: 开票日期, 单据日期, 业务日期, 发票日期
unitPrice: 不含税单价, 无税单价, 未税单价, 单价(不含税), 主无税净价, 无税净价, 净价, 原币无税单价, 实际单价
netValue: 不含税金额, 无税金额, 未税金额, 金额(不含税), 原币无税金额, 主无税金额, 销售收入, 收入金额
unit: 计价单位, 主单位, 销售单位, 基本单位
quantity: 计价数量, 主数量, 销售数量, 实发数量, 开票数量, 出库数量, 结算数量
orderedQuantity: 订单数量, 应发数量, 订货数量
receivedQuantity: 实收数量, 入库数量, 收货数量, 到货数量
company: 财务组织, 销售组织, 结算财务组织, 采购组织, 公司编码, 业务单元
orderNumber: 销售订单号, 采购订单号, 合同订单号, 源头单据号, 来源订单号
deliveryNumber: 发货单号, 出库单号, 送货单号, 来源出库单号
aside: 含税单价, 价税合计, 含税金额, 含税总价, 税额, 发票代码, 购方名称, 购买方名称, 销方名称, 销售方名称, 购方税号, 销方税号, 购方识别号, 销方识别号, 购买方识别号, 规格型号, 备注, 开票人, 收款人, 复核人, 制单人, 审核人, 审核日期, 创建人, 创建时间, 最后修改人, 最后修改日期, 收款条件, 付款条件, 结算方式, 发票来源, 发票票种, 发票状态, 是否正数发票, 发票风险等级, 税收分类编码, 特定业务类型, 本币价税合计, 原币价税合计, 原币含税单价, 原币税额, 本币税额, 汇率, 有效期至, 生产日期, 批号, 辅数量, 辅单位, 换算率, 结算组织, 库存组织, 收货地区, 来源单据类型, 订单状态
`,
};
