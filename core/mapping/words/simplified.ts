const TRADITIONAL =
  '戶編號數單價額訂購買賣貨產項發開據憑證進銷倉庫廠實總計淨幣種匯稅違約條碼類別備註業務員門規時間經財會記帳賬帐結現應賒聯繫電話國區縣鎮隊組織級層終點與檔標識狀態創審覈領貼補獎勵積導預雜費運輸車';
const SIMPLIFIED =
  '户编号数单价额订购买卖货产项发开据凭证进销仓库厂实总计净币种汇税违约条码类别备注业务员门规时间经财会记账账账结现应赊联系电话国区县镇队组织级层终点与档标识状态创审核领贴补奖励积导预杂费运输车';

const BY_TRADITIONAL: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((character, index) => [character, [...SIMPLIFIED][index] ?? character]),
);

/** The same text in simplified characters, as far as names of columns use others. */
export function simplified(text: string): string {
  return /\p{Script=Han}/u.test(text)
    ? [...text].map((character) => BY_TRADITIONAL.get(character) ?? character).join('')
    : text;
}
