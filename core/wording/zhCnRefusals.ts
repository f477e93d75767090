import type { RefusalTexts } from './catalogue.ts';

/** Every "no" in simplified Chinese: what is wrong, and what to do. */
export const zhCnRefusals: RefusalTexts = {
  'agreement-field-missing': {
    what: '缺少字段“{field}”。',
    fix: '请补上该字段。凡影响金额的内容，系统一概不作推定。',
  },
  'agreement-field-unknown': {
    what: '没有“{field}”这个字段。',
    fix: '请更正拼写；自定义字段的名称须以“x-”开头。',
  },
  'agreement-field-type': {
    what: '值的类型不对。',
    fix: '应为{expected}。',
  },
  'agreement-value-not-allowed': {
    what: '不允许使用“{value}”。',
    fix: '可用的值：{allowed}。',
  },
  'agreement-list-empty': {
    what: '列表为空。',
    fix: '请至少填写一项。',
  },
  'agreement-id-repeated': {
    what: 'id“{id}”出现了两次。',
    fix: '请使用各不相同的 id。',
  },
  'agreement-validity-empty': {
    what: '有效期的结束早于开始。',
    fix: '最后一天不得早于第一天。',
  },
  'agreement-currency-unknown': {
    what: '“{value}”不是系统认识的币种。',
    fix: '请使用 ISO 4217 三字母代码，例如 CNY、USD、EUR。',
  },
  'agreement-company-unknown': {
    what: '公司 {company} 既不是本协议的结算公司，也不是交易公司。',
    fix: '请填写结算公司或交易公司之一。',
  },
  'agreement-company-tax-inclusive': {
    what: '含税金额不能由我方多家公司分别承担。',
    fix: '请改为不含税金额，或为每家公司分别订立协议。',
  },
  'agreement-tiers-not-rising': {
    what: '该档位的门槛不高于前一档。',
    fix: '请按门槛由低到高排列档位，且逐档递增。',
  },
  'agreement-tier-pay-mixed': {
    what: '该档位没有恰好写明一种返利方式。',
    fix: '请填写“percent”“perUnit”“amount”“free”“parts”之一；各组成部分填写前三者之一。',
  },
  'agreement-formula-pay-mismatch': {
    what: '公式“{formula}”不能按{pays}返利。',
    fix: '请改用其他公式，或更改档位的返利方式。',
  },
  'agreement-pay-measure-mismatch': {
    what: '档位按{pays}返利时，计返计量必须是{needed}。',
    fix: '请更改计返计量，或更改返利方式。',
  },
  'agreement-reaching-unit-missing': {
    what: '按数量分段的档位表没有说明达到门槛的那一个单位按哪一档计返。',
    fix: '请填写“reachingUnit”：“oldRate”（原档）、“newRate”（新档），可分割的单位填写“notWhole”。',
  },
  'agreement-reaching-unit-refused': {
    what: '本档位表的门槛不是由某一个单位恰好达到的。',
    fix: '请去掉“reachingUnit”；“newRate”只用于按数量分段、门槛为整数且边界为“atLeast”的档位表。',
  },
  'agreement-baseline-missing': {
    what: '增长返利缺少基期。',
    fix: '请填写“baseline”，说明增长与什么相比。',
  },
  'agreement-baseline-refused': {
    what: '该公式不与任何数比较，却写了基期。',
    fix: '请去掉“baseline”，或改用增长类公式或“aboveBase”。',
  },
  'agreement-baseline-tier-unknown': {
    what: '基期所指的档位在档位表中不存在。',
    fix: '请填写档位表中的某一档，从 1 起数。',
  },
  'agreement-part-unknown': {
    what: '档位写明了部分“{part}”，而计返计量的组成部分为：{parts}。',
    fix: '请在“parts”中写明各组成部分，每个至多一次。',
  },
  'agreement-measures-differ': {
    what: '公式“{formula}”要求达标与计返使用同一个数，而此处两者不同。',
    fix: '请让达标与计返使用相同的计量、明细和上限，或改用其他公式。',
  },
  'agreement-step-valuation-missing': {
    what: '分段返利的计返与达标所依据的数不同，但未说明各段如何计值。',
    fix: '请添加“stepValuation”：“average”或“sequence”。',
  },
  'agreement-step-valuation-refused': {
    what: '此处无需“stepValuation”，或其明细无法按顺序计值。',
    fix: '请删除该字段；它只用于达标计量与计返计量不同、且均为简单合计的分段返利。',
  },
  'agreement-baseline-policy-refused': {
    what: '公式“{formula}”按增长部分返利，“{policy}”在此没有意义。',
    fix: '请选择其他处理方式或其他公式。',
  },
  'agreement-like-for-like-refused': {
    what: '同口径比较需要逐行比较产品，而本条款没有这样的明细。',
    fix: '请将“likeForLike”设为“no”，或使用简单合计的计量和来自明细的基期。',
  },
  'agreement-default-tier-missing': {
    what: '该公式需要暂定档位，但未写明。',
    fix: '请添加“defaultTier”，取值 1 至 {tiers}。',
  },
  'agreement-default-tier-refused': {
    what: '暂定档位不在 {tiers} 个档位之内，或该公式没有暂定档位。',
    fix: '请写明表中的档位，且仅用于公式“defaultTier”。',
  },
  'agreement-measure-cap-missing': {
    what: '该公式对各档计量设上限，而本档没有上限。',
    fix: '请为该档添加“measureCap”。',
  },
  'agreement-measure-cap-refused': {
    what: '只有公式“cappedMeasure”的档位有计量上限。',
    fix: '请删除“measureCap”，或改用该公式。',
  },
  'agreement-one-tier-needed': {
    what: '公式“{formula}”只有一个档位。',
    fix: '请只保留一个档位，或改用其他公式。',
  },
  'agreement-share-missing': {
    what: '公式“mixShare”按占比确定档位，而达标计量不是占比。',
    fix: '请将达标计量写为 { "of": "share", "part": …, "whole": … }。',
  },
  'agreement-share-refused': {
    what: '占比只用于公式“mixShare”，不能用于“{formula}”。',
    fix: '请使用公式“mixShare”，或把占比写入“gates”。',
  },
  'agreement-share-kinds-differ': {
    what: '占比须比较同类计量，而此处为 {part} 与 {whole}。',
    fix: '请两者均按金额计量，或使用同一单位。',
  },
  'agreement-windows-not-nested': {
    what: '“{inner}”期间不能完整落在一个“{outer}”期间之内。',
    fix: '请选择能完整包含计返期间的更长期间。',
  },
  'agreement-cumulation-refused': {
    what: '期间不能以这种方式累计或折算。',
    fix: '累计期间需要“toDate”；按月折算需要以月为单位的期间。',
  },
  'agreement-targets-count': {
    what: '各期间单独设定目标时，每年 {needed} 个期间各需一个百分比，而给出了 {given} 个。',
    fix: '请给出 {needed} 个百分比，且期间以月为单位。',
  },
  'agreement-calendar-gap': {
    what: '日历没有涵盖协议有效期内的 {day}。',
    fix: '请列出有效期涉及的每一个日历年度。',
  },
  'agreement-calendar-year-misplaced': {
    what: '日历中从 {day} 开始的年度没有紧接上一年度的结束。',
    fix: '请按顺序列出各年度，每个年度从上一年度最后一周的次日开始。',
  },
  'agreement-gate-need-too-many': {
    what: '要求满足的条件数多于现有的 {tests} 项。',
    fix: '请减少“need”，或增加条件。',
  },
  'agreement-limit-repeated': {
    what: '已有同类且同范围的上限。',
    fix: '请只保留其中一个。',
  },
  'agreement-limit-group-missing': {
    what: '按集团设限需要集团，而本条款没有集团。',
    fix: '请写明集团，或为上限选择其他范围。',
  },
  'agreement-limit-parts-refused': {
    what: '该上限要求计返计量唯一，且为明细的简单合计。',
    fix: '请使用单一的数量或金额计量，或改为对金额设限。',
  },
  'agreement-exclusive-alone': {
    what: '互斥组“{set}”中没有其他条款。',
    fix: '请让另一条款使用同一互斥组，或写“none”。',
  },
  'agreement-exclusive-refused': {
    what: '条款属于互斥组“{set}”，但其金额不取决于明细，即使落选也会支付。',
    fix: '档位为固定金额的，请让落选条款的明细退出达标计量；固定金额、保证金额及始终适用的保底请勿放入互斥组。',
  },
  'agreement-exclusive-differs': {
    what: '互斥组“{set}”中的条款选择方式不同、排序重复或期间不同。',
    fix: '请统一选择方式和计返期间，并为每个条款设定不同的排序。',
  },
  'agreement-netting-unknown': {
    what: '没有可供扣除的条款“{term}”。',
    fix: '请写明本协议中的条款。',
  },
  'agreement-netting-cycle': {
    what: '条款之间循环扣除：{cycle}。',
    fix: '请去掉其中一个扣除关系。',
  },
  'agreement-netting-not-value': {
    what: '只能从金额中扣除金额，而本条款不是按金额计量。',
    fix: '请以金额作为计返计量（如同时降低达标计量，也须为金额）。',
  },
  'agreement-shared-cap-unknown': {
    what: '没有可共用上限的条款“{term}”，或重复列出。',
    fix: '请列出本协议中的条款，每个一次。',
  },
  'agreement-shared-cap-windows-differ': {
    what: '共用上限的条款须有相同的计返期间，而这些条款不同。',
    fix: '请为它们设定相同的计返期间。',
  },
  'agreement-supplement-outside': {
    what: '补充协议的起始日不在有效期内（首日之后）。',
    fix: '请选择有效期内较晚的日期。',
  },
  'agreement-supplement-order': {
    what: '补充协议的起始日不晚于前一个。',
    fix: '请按日期先后列出补充协议，日期不得重复。',
  },
  'agreement-termination-outside': {
    what: '终止日不在有效期内（到期日之前）。',
    fix: '请写明有效期内较早的日期，或写“none”。',
  },
  'agreement-side-mismatch': {
    what: '“{direction}”不能计入“{side}”一方的交易。',
    fix: '客户返利计销售或渠道售出，供应商返利计采购；“neither”均可。',
  },
  'agreement-settlement-mismatch': {
    what: '“{value}”不适用于“{direction}”。',
    fix: '客户返利由合作伙伴提出索赔、以贷项通知单结算；供应商返利由我方提出索赔、以借项通知单结算。',
  },
  'agreement-accrual-probabilities': {
    what: '各情景的概率之和不是 100%。',
    fix: '请列出期间可能出现的每一种结果，概率合计为必然。',
  },
  'agreement-accrual-forecast-refused': {
    what: '条款“{term}”不能预测总量。',
    fix: '请写本协议中以总量（而非占比）计档的条款。',
  },
  'agreement-accrual-rate-refused': {
    what: '条款“{term}”不能按固定比率计提。',
    fix: '按比率计提要求计返计量为金额、且各期间只就本期间的行计返；否则请按档位计提。',
  },
  'agreement-apportionment-refused': {
    what: '本条款不能以这种方式将金额分摊到明细。',
    fix: '“sequence”需要按顺序计值的分段；集团条款不能逐行舍入或按顺序计值。',
  },
  'agreement-entry-repeated': {
    what: '“{value}”重复出现。',
    fix: '请只填写一次。',
  },
  'agreement-qualifier-not-value': {
    what: '公式“{formula}”按金额加权，而达标计量不是金额。',
    fix: '请使用金额作为达标计量。',
  },
  'agreement-windows-too-many': {
    what: '有效期被分成了 {max} 个以上的期间。',
    fix: '请缩短有效期，或选择更长的计返期间。',
  },
  'agreement-fields-clash': {
    what: '“{field}”与“{other}”相互矛盾，无法得出唯一金额。',
    fix: '请更改其中之一。',
  },
  'agreement-text-changed': {
    what: '协议 {id} 已有不同的文本（第 {version} 版）。',
    fix: '若新文本要同时取代过去和将来的条款，请登记为新版本。',
  },
  'report-agreement-missing': {
    what: '此报表每次只针对一份返利协议。',
    fix: '请选择一份协议：其应得金额随即分摊到明细行。',
  },
  'report-filter-not-taken': {
    what: '此报表不能按 {filter} 筛选。',
    fix: '请去掉 {filter}，或改用其他报表。',
  },
  'agreement-not-found': {
    what: '没有协议 {id}。',
    fix: '请核对编号；若查看的是以前的日期，当时可能尚未登记。',
  },
  'agreement-id-taken': {
    what: '协议“{id}”已存在。',
    fix: '请另选编号，或修订该协议。',
  },
  'agreement-not-approved': {
    what: '协议尚无已批准的文本，当前为：{state}。',
    fix: '请先完成草稿的审批。',
  },
  'agreement-over': {
    what: '协议当前为：{state}，不能再开始新的内容。',
    fix: '可用新版本更正；已到期的可续签，也可复制。',
  },
  'agreement-path-unknown': {
    what: '文本中没有位置“{path}”。',
    fix: '请按 terms[volume].tiers.rows[0].percent 的形式书写。',
  },
  'agreement-term-unknown': {
    what: '协议没有条款“{term}”。',
    fix: '请指定其中的一个条款。',
  },
  'agreement-version-not-found': {
    what: '协议“{id}”没有“{version}”。',
    fix: '请指定其历史中列出的一项：版本号，或 proposal:revision 形式的修订。',
  },
  'renewal-period-needed': {
    what: '无法得知 {from} 至 {until} 之后的期间：它既非整月，也非所列的整周年度。',
    fix: '请给出新期间的首日和末日。',
  },
  'draft-too-large': {
    what: '草稿有 {bytes} 字节，上限为 {limit}。',
    fix: '请删去不属于协议的内容，可作为附件。',
  },
  'proposal-not-found': {
    what: '没有提案“{id}”。',
    fix: '请列出该协议的提案。',
  },
  'proposal-not-in-review': {
    what: '提案不在审核中，当前为：{state}。',
    fix: '请先提交。',
  },
  'proposal-frozen': {
    what: '提案正在审核，文本已冻结。',
    fix: '如需修改请先撤出审批；已有的批准随之作废。',
  },
  'proposal-closed': {
    what: '提案已结束，当前为：{state}。',
    fix: '请新建提案。',
  },
  'proposal-stale': {
    what: '提案已发生变化：现为 {now}，而非 {expected}。',
    fix: '请重新阅读后，再对当前内容执行该操作。',
  },
  'proposal-base-stale': {
    what: '提案基于第 {base} 版，而生效的是第 {current} 版。',
    fix: '请查看变化，再以生效版本为基础重新保存草稿。',
  },
  'proposal-id-differs': {
    what: '文本的编号为“{id}”，而提案属于“{code}”。',
    fix: '请保留编号，编号永不改变；需要另一份协议时请复制。',
  },
  'proposal-outside-kind': {
    what: '文本的改动超出了{proposalKind}的范围：{paths}。',
    fix: '请撤销这些改动，或提出新版本。',
  },
  'proposal-not-capped': {
    what: '协议没有限制其支付金额，因此没有上限金额。',
    fix: '请写明预期金额，或为整个方案设上限。',
  },
  'person-needed': {
    what: '只有自然人可以执行此操作，{actorKind}不可以。',
    fix: '请使用个人的密钥。',
  },
  'approver-is-author': {
    what: '文本的作者不能批准它。',
    fix: '请由其他人批准。',
  },
  'approver-repeated': {
    what: '此人已批准过另一级。',
    fix: '请由另一人批准这一级。',
  },
  'approver-not-named': {
    what: '审批级“{level}”指定的是其他人。',
    fix: '请由指定的人员批准。',
  },
  'approval-required': {
    what: '此处的协议须经批准：未经批准的文本不予登记。',
    fix: '请起草并提交，再由他人批准。',
  },
  'approval-level-unknown': {
    what: '没有审批级“{level}”。',
    fix: '请指定这些规则中的审批级。',
  },
  'approval-rules-gap': {
    what: '没有适用于所有协议的规则，某些协议可能无需任何批准。',
    fix: '请添加一条四项条件均为“any”的规则。',
  },
  'approval-rules-not-found': {
    what: '没有第 {version} 版审批规则。',
    fix: '请指定已提出的版本。',
  },
  'approval-rules-stale': {
    what: '第 {version} 版审批规则已确认，或已有更新的提议。',
    fix: '请确认最后提出的版本。',
  },
  'reason-missing': {
    what: '没有给出原因。',
    fix: '请说明原因，以便日后查阅。',
  },
  'comment-invalid': {
    what: '评论须为 1 至 {limit} 个字符，且不含控制字符。',
    fix: '请缩短，或改为附件。',
  },
  'document-empty': {
    what: '文件是空的。',
    fix: '请选择正确的文件。',
  },
  'document-too-large': {
    what: '文件有 {bytes} 字节，上限为 {limit}。',
    fix: '请缩小文件，或只附上需要的页。',
  },
  'document-type-not-allowed': {
    what: '按其内容，文件类型为 {type}，不能作为附件。',
    fix: '请附上以下类型之一：{allowed}。',
  },
  'document-not-found': {
    what: '没有文档“{id}”。',
    fix: '请列出该协议的文档。',
  },
  'documents-too-many': {
    what: '该协议已有 {limit} 份文档。',
    fix: '请将相关内容合并为一份文档。',
  },
  'line-field-missing': {
    what: '字段 {field}[（列“{column}”）]为空或缺失。',
    fix: '请在来源系统中补齐，然后重新提交该行。',
  },
  'line-field-unknown': {
    what: '明细行没有“{field}”这个字段。',
    fix: '请更正名称；自定义属性须以“attribute.”开头，折扣须以“discount.”开头。',
  },
  'line-text-invalid': {
    what: '{field} 中的文本“{value}”已损坏或含有控制字符。',
    fix: '请以 UTF-8 保存文件，并去掉控制字符。',
  },
  'line-code-too-long': {
    what: '{field} 中的代码“{value}”超过 200 个字符。',
    fix: '请检查是否有文本误入该列；代码应当简短。',
  },
  'line-decimal-invalid': {
    what: '{field} 中的“{value}”不是小数。',
    fix: '请写成数字加小数点，例如 -1234.50，不带千位分隔符和指数。',
  },
  'line-scale-beyond-nine': {
    what: '{field} 中的“{value}”小数超过九位。',
    fix: '请按来源系统的精度提交，最多九位小数。',
  },
  'line-digits-beyond-hundred': {
    what: '{field} 中的数字 {value} 在小数点前超过一百位。',
    fix: '请检查是否有文本误入该列。',
  },
  'line-discount-invalid': {
    what: '{field} 中的“{value}”不是折扣。',
    fix: '请写成“5%”（0 到 100）、整行减免金额“12.50”，或单位固定价格“=9.99”。',
  },
  'line-date-invalid': {
    what: '{field} 中的“{value}”不是有效日期。',
    fix: '请写成 YYYY-MM-DD。',
  },
  'line-value-not-allowed': {
    what: '{field} 中不允许使用“{value}”。',
    fix: '可用的值：{allowed}。',
  },
  'line-currency-unknown': {
    what: '“{value}”不是系统认识的币种。',
    fix: '请使用 ISO 4217 三字母代码，例如 CNY、USD、EUR。',
  },
  'line-return-reference-incomplete': {
    what: '退货只写了原明细行的一半：缺少 {field}。',
    fix: '请同时填写原单据号和原行号。',
  },
  'line-correction-incomplete': {
    what: '更正只写了被更正明细行的一半：缺少 {field}。',
    fix: '请同时填写被更正的单据号和行号。',
  },
  'line-correction-of-itself': {
    what: '单据 {document} 第 {line} 行声称更正其自身。',
    fix: '若以原行号更正，请直接重新发送该行，不必注明；否则请注明另一张单据的明细行。',
  },
  'line-correction-unknown': {
    what: '其更正的单据 {document} 第 {line} 行尚未收到。',
    fix: '若该行稍后会到，则无需处理：本行将随其一并导入；否则请改正单据号或行号。',
  },
  'line-corrected': {
    what: '单据 {document} 第 {line} 行已不再计入：已由单据 {byDocument} 第 {byLine} 行取代。',
    fix: '请查询取代它的那一行。',
  },
  'line-total-invalid': {
    what: '汇总须以日期注明时段的末日，且不得有 {field}。',
    fix: '请填写不早于“takenOverFrom”的日期；请勿填写价格、折扣和被退回的明细，或改为逐行提供。',
  },
  'line-total-elsewhere': {
    what: '该行为此前时段的汇总，混入明细会重复计入。',
    fix: '请作为接管的历史数据导入，系统会确保同一时段没有明细。',
  },
  'line-columns-mismatch': {
    what: '该行有 {found} 个字段，表头有 {expected} 个。',
    fix: '请检查该行是否缺少或多出分隔符或引号。',
  },
  'line-lookup-missing': {
    what: '在 {file} 中找不到 {key}。',
    fix: '请在 {file} 中补上该行，或更正明细中的值。',
  },
  'line-number-unread': {
    what: '“{value}”不符合该列数字的写法：{expected}。',
    fix: '请按其他行的写法填写，或更正该列的读法。',
  },
  'line-date-unread': {
    what: '“{value}”不符合该列日期的写法：{expected}。',
    fix: '请按其他行的写法填写，或更正该列的读法。',
  },
  'line-cell-error': {
    what: '单元格“{column}”中是错误 {value}，没有值。',
    fix: '请在电子表格中修正公式并保存。',
  },
  'line-discount-repeated': {
    what: '该行多次出现 {field}。',
    fix: '请在文件或来源说明中为每项折扣使用各自的代码。',
  },
  'line-company-unknown': {
    what: '“{value}”不是我方公司。',
    fix: '请更正公司代码，或先建立该公司，再重新导入明细。',
  },
  'line-partner-unknown': {
    what: '主数据中没有合作伙伴“{value}”。',
    fix: '请先导入该合作伙伴，再重新导入明细。',
  },
  'line-product-unknown': {
    what: '主数据中没有产品“{value}”。',
    fix: '请先导入该产品，再重新导入明细。',
  },
  'line-identity-repeated': {
    what: '单据 {document} 第 {line} 行在文件中多次出现，且内容不同。',
    fix: '每行只提交一次；更正请放在以后的文件中。',
  },
  'line-document-cut': {
    what: '单据 {document} 缺少已知的 {missing} 行，且没有新内容：单据被截断。',
    fix: '请在一个文件中完整提交该单据；若确有行被删除，请按“整单”导入该文件；不需要这些行时可予以剔除。',
  },
  'line-document-differs': {
    what: '单据 {document} 缺少已知的 {missing} 行，另有新行 {fresh} 行：单据被截断或已更正。',
    fix: '请在一个文件中完整提交该单据；若单据已更正，请按“整单”导入该文件。',
  },
  'file-not-found': {
    what: '没有文件 {file}。',
    fix: '请核对路径。',
  },
  'file-not-readable': {
    what: '文件 {file} 无法读取（{reason}）。',
    fix: '请确认它是文件、有读取权限，且压缩格式正确。',
  },
  'file-not-writable': {
    what: '无法写入文件 {file}：{reason}。',
    fix: '请指定一个已存在且可写的文件夹中的文件。',
  },
  'file-exists': {
    what: '{file} 已存在。',
    fix: '请另取文件名：已有的文件从不覆盖。',
  },
  'file-too-large': {
    what: '文件 {file} 超过 {limit} 字节。',
    fix: '请拆分为较小的文件。',
  },
  'file-text-invalid': {
    what: '[{file} ][列“{column}”]的文本不是 UTF-8。',
    fix: '请以 UTF-8 保存文件。',
  },
  'file-quotes-broken': {
    what: '{file} 中的引号不配对。',
    fix: '请补全引号；字段内的引号须写两遍。',
  },
  'file-row-too-large': {
    what: '{file} 中有一行超过 {limit} 字节。',
    fix: '请检查是否有未闭合的引号。',
  },
  'file-syntax-invalid': {
    what: '文件 {file} 无法解析：{reason}。',
    fix: '请更正所指的位置。',
  },
  'file-key-repeated': {
    what: '同一对象中字段“{key}”出现了两次。',
    fix: '请去掉其中一个。',
  },
  'file-header-missing': {
    what: '文件 {file} 没有表头。',
    fix: '请在第一行写明列名。',
  },
  'file-column-missing': {
    what: '文件 {file} 没有“{column}”列。',
    fix: '请补上该列或更正列名。文件中现有：{columns}。',
  },
  'file-column-repeated': {
    what: '{file} 中“{column}”列出现了两次。',
    fix: '请使每一列的名称各不相同。',
  },
  'file-column-unknown': {
    what: '{file} 的“{column}”列不是明细行的字段。',
    fix: '请改名，或以“attribute.”开头，或用来源说明描述该文件。可用字段：{allowed}。',
  },
  'file-format-unknown': {
    what: '无法识别文件“{file}”的格式：{found}。',
    fix: '请另存为 CSV、工作簿（.xlsx）或 JSON。',
  },
  'file-unpacks-too-far': {
    what: '“{file}”解压后超过其大小的 {limit} 倍，正常的业务表格不会如此。',
    fix: '请发送未压缩的文件，或分成几份。',
  },
  'file-archive-invalid': {
    what: '“{file}”已损坏，或不是工作簿：{reason}。',
    fix: '请用电子表格程序打开并重新保存。',
  },
  'file-archive-too-many': {
    what: '“{file}”包含 {found} 个部分，最多允许 {limit} 个。',
    fix: '请将该工作表单独另存为新工作簿。',
  },
  'file-part-too-large': {
    what: '“{file}”中的部分 {part} 超过 {limit} 字节。',
    fix: '请将该工作表单独另存为新工作簿，或另存为 CSV。',
  },
  'file-xml-invalid': {
    what: '“{file}”中的部分 {part} 已损坏，或并非电子表格程序所写：{reason}。',
    fix: '请用电子表格程序打开并重新保存。',
  },
  'file-nesting-too-deep': {
    what: '“{file}”中对象和列表的嵌套超过 {limit} 层。',
    fix: '请发送由简单对象组成的列表，每行一个对象。',
  },
  'file-columns-too-many': {
    what: '“{file}”有 {found} 列，最多读取 {limit} 列。',
    fix: '请只保留需要的列。',
  },
  'file-encoding-ambiguous': {
    what: '“{file}”不是 UTF-8，且无法确定其编码：{readings}。',
    fix: '请在描述的“reading”中写明“encoding”，或将文件另存为 UTF-8。',
  },
  'file-delimiter-ambiguous': {
    what: '“{file}”的列可以按多种方式分隔：{readings}。',
    fix: '请在描述的“reading”中写明“delimiter”。',
  },
  'file-sheet-ambiguous': {
    what: '“{file}”有多个工作表：{sheets}。',
    fix: '请在描述的“reading”中写明“sheet”。',
  },
  'file-sheet-missing': {
    what: '“{file}”中没有可读取的工作表“{sheet}”；现有：{sheets}。',
    fix: '请更正描述中的名称；隐藏的工作表必须写明。',
  },
  'file-sheet-differs': {
    what: '“{file}”的工作表“{sheet}”是同一张表的续页，但列与之不同：{columns}。',
    fix: '请使其首行相同，或用写明工作表的描述分别导入。',
  },
  'file-path-ambiguous': {
    what: '“{file}”包含多个列表：{paths}。',
    fix: '请在描述的“reading”中写明“path”。',
  },
  'file-path-missing': {
    what: '“{file}”在“{path}”处没有对象。',
    fix: '请更正描述中的路径，或将其省略：只有一个列表时会自动找到。',
  },
  'file-number-ambiguous': {
    what: '“{file}”中“{column}”列的数字有两种读法：“{example}”为 {readings}。',
    fix: '请在描述的“reading”“columns”中为“{column}”写明“number”；只需说明一次。',
  },
  'file-number-contradictory': {
    what: '“{file}”中“{column}”列的数字没有统一的写法：{examples}。',
    fix: '请在描述的“reading”中写明采用哪一种；写法不同的行将被隔离。',
  },
  'file-date-ambiguous': {
    what: '“{file}”中“{column}”列的日期有多种读法：“{example}”为 {readings}。',
    fix: '请在描述的“reading”“columns”中为“{column}”写明“date”；只需说明一次。',
  },
  'file-date-contradictory': {
    what: '“{file}”中“{column}”列的日期没有统一的写法：{examples}。',
    fix: '请在描述的“reading”中写明采用哪一种；写法不同的行将被隔离。',
  },
  'history-empty': {
    what: '文件夹 {folder} 中没有历史文件。',
    fix: '请放入 lines.csv、claims.csv 等文件：见 docs/reference/trust-history.zh-CN.md。',
  },
  'history-field-invalid': {
    what: '{file} 第 {row} 行“{column}”列：无法读取“{value}”。',
    fix: '应为：{expected}。',
  },
  'file-lookup-missing': {
    what: '查找表“{lookup}”的文件 {file} 不存在。',
    fix: '请把它放在明细文件旁边，或指定其文件夹。',
  },
  'file-lookup-repeated': {
    what: '查找表“{lookup}”在 {file} 中为 {key} 找到两行。',
    fix: '请去掉其中一行，或增加用于查找的列。',
  },
  'source-invalid': {
    what: '来源说明无效：{reason}。',
    fix: '请更正所指的位置。',
  },
  'master-invalid': {
    what: '主数据无效[，“{value}”]：{reason}。',
    fix: '请更正该处后重新发送。',
  },
  'master-version-repeated': {
    what: '“{code}”在同一天出现了两次（首次：{first}）。',
    fix: '请去掉其中一个，或填写不同的“validFrom”。',
  },
  'master-in-use': {
    what: '撤销导入 {id} 后将不再有 {code}（{kind}），而有 {lines} 行交易引用它。',
    fix: '请先撤销这些明细行的导入，或另行导入写明正确内容的文件。',
  },
  'attribute-days-reversed': {
    what: '起始日 {from} 晚于最后一日 {until}。',
    fix: '请填写不早于起始日的最后一日，或留空。',
  },
  'booked-invalid': {
    what: '已入账金额无效：{reason}。',
    fix: '请更正所指的位置。',
  },
  'adjustments-invalid': {
    what: '调整无效：{reason}。',
    fix: '请更正所指的位置，或重新导出。',
  },
  'adjustment-not-found': {
    what: '没有调整 {id}。',
    fix: '用“adjustments list”查看现有的调整。',
  },
  'adjustment-parts-missing': {
    what: '该调整没有任何部分。',
    fix: '请至少给出一个部分：期间的首日、计入日和金额。',
  },
  'adjustment-place-unknown': {
    what: '条款“{term}”没有以 {firstDay} 为首日的期间。',
    fix: '请指明协议的条款及其某个返利期间的首日；该条款最初几个期间的首日为 {windows}。',
  },
  'adjustment-amount-invalid': {
    what: '{amount} 不能作为 {currency} 调整的金额。',
    fix: '请给出非零金额，且小数位不超过该币种的位数。',
  },
  'adjustment-expiry-invalid': {
    what: '该调整不能在 {day} 到期。',
    fix: '只有大于零的金额可以到期，且到期日不得早于计入日。',
  },
  'adjustment-decided': {
    what: '调整 {id} 已有决定。',
    fix: '请另行提出一项调整，或冲销已批准的调整。',
  },
  'adjustment-not-approved': {
    what: '调整 {id} 未获批准，没有可冲销的内容。',
    fix: '请改为驳回。',
  },
  'adjustment-withdrawn': {
    what: '调整 {id} 已被冲销，或其本身就是冲销。',
    fix: '请另行提出一项调整。',
  },
  'adjustment-expired': {
    what: '调整 {id} 的最后一日为 {day}：未开具单据的部分已失效。',
    fix: '如需更改，请另行提出一项调整。',
  },
  'agreement-term-adjusted': {
    what: '已为 {partner} 在条款“{term}”之外批准 {amount} {currency}，而此文本已无该条款或该币种。',
    fix: '请保留该条款和币种，或先冲销相应调整。',
  },
  'document-setting-not-found': {
    what: '不存在单据设置变更 {id}。',
    fix: '请在待审批的变更中查找。',
  },
  'document-setting-decided': {
    what: '单据设置变更 {id} 已有决定。',
    fix: '如仍需要，请重新提出。',
  },
  'document-setting-waits': {
    what: '该设置另有变更正等待第二人审批：{id}。',
    fix: '请先批准或驳回该变更。',
  },
  'settlement-not-found': {
    what: '没有结算单“{id}”。',
    fix: '请列出结算单。',
  },
  'settlement-day-ahead': {
    what: '不能为尚未到来的日期结算。',
    fix: '请给出今天或更早的日期，或省略日期。',
  },
  'settlement-waiver-unknown': {
    what: '豁免所指“{agreement}”的“{term}”不在本次结算范围内。',
    fix: '请指明本次结算所涉协议的条款。',
  },
  'settlement-series-missing': {
    what: '公司“{company}”没有用于“{documentKind}”的单据号序列。',
    fix: '请先设定序列：名称，以及由本系统还是其他系统编号。',
  },
  'settlement-party-missing': {
    what: '公司“{company}”尚未填写单据上的公司资料。',
    fix: '请先填写名称、地址、国家和税号。',
  },
  'settlement-number-invalid': {
    what: '“{value}”不是有效的单据号。',
    fix: '请给出 {allowed} 个可打印字符。',
  },
  'settlement-number-taken': {
    what: '该公司已有编号为“{number}”的单据。',
    fix: '请给出其他系统为本单据分配的编号。',
  },
  'settlement-cancelled-already': {
    what: '该结算单已在冲销中，或其本身就是冲销单。',
    fix: '请查看对应的冲销单。',
  },
  'advance-not-ours': {
    what: '不能就协议“{id}”预付：按该协议由供应商付款。',
    fix: '请指定由我方付款的协议。',
  },
  'advance-place-unknown': {
    what: '协议“{id}”的条款“{term}”没有包含今天的期间。',
    fix: '请指定今天处于其期间内的条款。',
  },
  'advance-stands': {
    what: '该账户已预付或待预付的金额为 {standing}，而非 {beside}。',
    fix: '请确认该预付是否已提出。如需再预付，请在“beside”中写明已有金额。',
  },
  'settlement-in-payment': {
    what: '付款 {payment} 支付了该结算的 {amount}，状态为 {state}。',
    fix: '请撤回付款批次，或等款项退回后再冲销该结算。',
  },
  'settlement-received': {
    what: '合作伙伴已支付“{id}”的单据。',
    fix: '请先撤回其收款；若追回有误，可通过预付或下次结算再行支付。',
  },
  'reclaim-receipt-beyond': {
    what: '单据未结金额为 {open}，少于收到的 {asked}。',
    fix: '请向合作伙伴确认余款用途；将流水指派给其他单据或索赔，或注明原因后排除。',
  },
  'entry-names-several-documents': {
    what: '该流水指明了多份单据，但未说明各自的金额。',
    fix: '请写明各份单据的金额后指派，或注明原因后排除。',
  },
  'entry-part-twice': {
    what: '同一索赔或单据被指明了两次。',
    fix: '请每项只写一次，并写明其全部金额。',
  },
  'entry-parts-differ': {
    what: '各部分合计 {parts}，而收到的是 {amount}。',
    fix: '请写明各索赔和单据的金额（均大于零），合计须与流水分毫不差。',
  },
  'settlement-document-missing': {
    what: '结算“{id}”没有单据。',
    fix: '请查看单据列表；尚未开出或失效的结算没有单据。',
  },
  'document-series-invalid': {
    what: '“{series}”不能作为这类单据的序列。',
    fix: '请给出不超过 20 个大写字母、数字或连字符，且该公司其他类别单据未使用的序列。',
  },
  'company-party-invalid': {
    what: '单据不能这样写公司资料：{field} 缺失或格式不符。',
    fix: '请给出名称、两个大写字母的国家代码，以及税号或注册号。',
  },
  'settlement-line-not-found': {
    what: '该结算单没有第 {line} 行，或其背后没有返利计算。',
    fix: '请查看其明细行，从 1 开始计数。',
  },
  'settlement-not-proposed': {
    what: '该结算单不在等待批准，当前为：{settlementState}。',
    fix: '请查看它的历史。',
  },
  'settlement-not-approved': {
    what: '该结算单不能开出，当前为：{settlementState}。',
    fix: '请由其他人完成所需的批准。',
  },
  'settlement-not-awaiting-number': {
    what: '该结算单不在等待编号，当前为：{settlementState}。',
    fix: '只有由其他系统编号时才需给出编号。',
  },
  'settlement-not-issued': {
    what: '只有已开出的结算单可以冲销；当前为：{settlementState}。',
    fix: '请改为拒绝。',
  },
  'settlement-closed': {
    what: '该结算单已结束，当前为：{settlementState}。',
    fix: '请重新运行结算，未结算的金额会重新提出。',
  },
  'settlement-held': {
    what: '因存在冻结，暂不能与 {partner} 结算。',
    fix: '请在“信任”中裁定并解除相应案件；在此之前结算须等待。',
  },
  'payment-held': {
    what: '因存在冻结，暂不能向 {partner} 付款。',
    fix: '请在“信任”中裁定并解除相应案件，或发起不含该合作伙伴的付款批次。',
  },
  'claim-held': {
    what: '{partner} 的索赔已被冻结：暂不认可其中任何金额。',
    fix: '请在“信任”中裁定并解除相应案件；期间仍可对有误之处提出异议。',
  },
  'bank-change-held': {
    what: '{partner} 的银行账户已被冻结：暂不能批准。',
    fix: '请在“信任”中裁定并解除相应案件，或驳回该账户。',
  },
  'scan-awaited': {
    what: '来自或关于 {partner} 的新内容尚未检查；在此之前不会据此认可或付款。',
    fix: '请等待任务进程完成。若长时间未完成，请查看任务列表：未经检查不会付款。',
  },
  'trust-policy-invalid': {
    what: '策略中的“{field}”无效。',
    fix: '应为{expected}。',
  },
  'trust-parameter-invalid': {
    what: '检测器 {detector} 的“{field}”无效。',
    fix: '应为{expected}。',
  },
  'trust-detector-unknown': {
    what: '没有检测器 {detector}。',
    fix: '现有检测器见检测器页面。',
  },
  'trust-case-not-found': {
    what: '没有案件 {id}。',
    fix: '现有案件见“trust cases”。',
  },
  'trust-case-decided': {
    what: '该案件已有裁定。',
    fix: '之后的新发现会另立案件。',
  },
  'trust-case-undecided': {
    what: '该案件尚未裁定，因此不能解除冻结。',
    fix: '请先作出裁定。',
  },
  'trust-case-held': {
    what: '该案件已处于冻结状态。',
    fix: '无需操作。',
  },
  'trust-case-not-held': {
    what: '该案件没有冻结任何内容，无可解除。',
    fix: '无需操作。',
  },
  'trust-object-not-held': {
    what: '该案件涉及的对象无法冻结。',
    fix: '请通过合作伙伴的案件冻结该合作伙伴，或对本案件作出裁定。',
  },
  'trust-release-own': {
    what: '设置冻结、裁定案件或制作被冻结内容的人不能自行解除冻结。',
    fix: '请由其他人员解除；策略要求双人复核。',
  },
  'trust-reason-differs': {
    what: '“{value}”不是该裁定的理由。',
    fix: '可用的值：{allowed}。',
  },
  'trust-amount-invalid': {
    what: '{amount} 不是该案件的有效金额。',
    fix: '请填写不小于零、以 {currency} 计的金额。',
  },
  'trust-assignee-unknown': {
    what: '没有可处理案件的人员 {id}。',
    fix: '请指定有相应权限的内部人员。',
  },
  'trust-back-test-not-found': {
    what: '没有回测 {id}。',
    fix: '请在检测器页面发起回测。',
  },
  'backup-invalid': {
    what: '{file} 不是 OpenRebate 的备份：{reason}。',
    fix: '请指定由“openrebate backup”写出的文件。',
  },
  'backup-incomplete': {
    what: '备份 {file} 不完整，在表 {table} 处中断。',
    fix: '未恢复任何数据。请从原处重新取得该文件，或使用更早的备份。',
  },
  'backup-changed': {
    what: '表 {table} 的内容与备份时不一致[（{file}）]。',
    fix: '未恢复任何数据。请从原处重新取得该文件，或使用更早的备份。',
  },
  'backup-schema-newer': {
    what: '备份的结构版本为 {found}，本程序只支持到 {known}。',
    fix: '请使用更新的程序恢复。',
  },
  'database-not-empty': {
    what: '数据库不是空的：已有表 {table}。',
    fix: '请新建数据库，或另设 OPENREBATE_HOME；已有的数据从不覆盖。',
  },
  'database-in-use': {
    what: '数据库正被 {program} 使用。',
    fix: '请先停止使用它的程序，再执行该命令。',
  },
  'cut-over-not-found': {
    what: '没有名为“{code}”的接管。',
    fix: '请先开立：openrebate cutover open。',
  },
  'cut-over-exists': {
    what: '接管“{code}”已存在。',
    fix: '请在其中导入，或另取名称。',
  },
  'cut-over-agreement-taken': {
    what: '协议“{id}”已在接管“{code}”中。',
    fix: '请勿重复：一份协议只接管一次。',
  },
  'cut-over-agreement-booked': {
    what: '协议“{id}”已有入账记录。',
    fix: '其接管时点已过，请用调整更正。',
  },
  'cut-over-signed': {
    what: '接管“{code}”已于 {day} 签署并关闭。',
    fix: '其中的错误请以调整更正，并注明原因、由第二人复核。',
  },
  'cut-over-nothing-loaded': {
    what: '没有可供比较的旧系统数字。',
    fix: '请导入旧系统的数字：openrebate cutover load figures。',
  },
  'cut-over-person-needed': {
    what: '接管须由自然人签署；{actor} 不是。',
    fix: '请使用本人的密钥签署。',
  },
  'cut-over-four-eyes': {
    what: '{actor} 导入过其中内容，不能同时签署。',
    fix: '请由另一人签署。',
  },
  'cut-over-note-missing': {
    what: '尚有 {differences} 处差异，且未注明接受的理由。',
    fix: '请附说明签署，或补齐后重新比较。',
  },
  'cut-over-changed': {
    what: '比较结果在查看之后已变化。',
    fix: '请重新查看，再签署当前结果。',
  },
  'cut-over-file-empty': {
    what: '文件中没有数据行。',
    fix: '请至少提供一行；余额为零请写 0。',
  },
  'cut-over-field-missing': {
    what: '{field} 为空。',
    fix: '请填写，哪怕为 0：系统不作任何假定。',
  },
  'cut-over-field-invalid': {
    what: '“{value}”不是有效的 {field}。',
    fix: '日期请写为 YYYY-MM-DD，金额请写为普通小数，位数不超过该币种。',
  },
  'cut-over-agreement-unknown': {
    what: '协议“{id}”不在此接管中。',
    fix: '请更正其代码，或将其列入接管。',
  },
  'cut-over-term-unknown': {
    what: '协议没有条款“{term}”。',
    fix: '可用：{allowed}。',
  },
  'cut-over-partner-unknown': {
    what: '主数据中没有合作伙伴“{partner}”。',
    fix: '请导入该合作伙伴，或更正其代码。',
  },
  'cut-over-window-unknown': {
    what: '条款没有计算期间 {window}。',
    fix: '请使用已有的期间：{allowed}。',
  },
  'cut-over-currency-differs': {
    what: '金额币种为 {value}，而协议为 {expected}。',
    fix: '请以协议币种提供余额。',
  },
  'cut-over-row-repeated': {
    what: '此行与第 {first} 行为同一账户。',
    fix: '请只保留一行。',
  },
  'cut-over-total-missing': {
    what: '此行不是汇总：未写明起始日。',
    fix: '请填写 takenOverFrom；逐行数据请用“import lines”导入。',
  },
  'cut-over-company-differs': {
    what: '汇总属于公司 {value}，而接管属于 {expected}。',
    fix: '请导入其所属公司的接管。',
  },
  'cut-over-after-day': {
    what: '汇总至 {day}，而接管截至 {last}。',
    fix: '请截止于该日或之前；其后的请逐行提供。',
  },
  'cut-over-total-overlaps': {
    what: '此汇总与第 {first} 行会重复计入。',
    fix: '同一合作伙伴的时段须相同或不相交，且同一时段的汇总要么都注明产品，要么都不注明。',
  },
  'cut-over-lines-there': {
    what: '同一合作伙伴在同一时段已有 {lines} 行明细，首张单据为 {document}。',
    fix: '请去掉此汇总，或撤销这些明细的导入：两者会重复计入。',
  },
  'line-taken-over': {
    what: '该行所在时段已按合作伙伴汇总接管，会重复计入。',
    fix: '请去掉此行，或重新导入不含该汇总的历史数据。',
  },
  'bulk-empty': {
    what: '表格中没有数据行。',
    fix: '请为每份协议提供一行。',
  },
  'bulk-unchanged': {
    what: '表格中的协议均已存在且内容相同。',
    fix: '没有可提交的内容。',
  },
  'bulk-not-found': {
    what: '没有协议批次“{id}”。',
    fix: '请使用提交时显示的编号。',
  },
  'bulk-not-in-review': {
    what: '该批次已没有待审的协议。',
    fix: '请查看：它们已被批准、驳回或撤回。',
  },
  'bulk-in-review': {
    what: '协议“{id}”已在审核中。',
    fix: '请先批准、驳回或撤回该提案。',
  },
  'bulk-row-repeated': {
    what: '该协议在第 {first} 行已出现。',
    fix: '请只保留一行。',
  },
  'bulk-field-missing': {
    what: '{field} 为空。',
    fix: '请填写；参照其他协议新建时须填两个日期。',
  },
  'bulk-field-invalid': {
    what: '“{value}”不是有效的 {field}。',
    fix: '日期请写为 YYYY-MM-DD，数字请写为普通小数。',
  },
  'bulk-origin-needed': {
    what: '此行未恰好写明一份来源协议。',
    fix: '请在“like”中填写所参照的协议，或在“renews”中填写所续的协议。',
  },
  'proof-invalid': {
    what: '无法读取该证明：{reason}。',
    fix: '请使用原始文件，任何字节都不得改动。',
  },
  'proof-hash-differs': {
    what: '{part}的哈希值与证明中所载不符。',
    fix: '请重新索取证明：该证明在写出之后被改动过。',
  },
  'proof-line-changed': {
    what: '单据 {document} 的第 {line} 行与证明所依据的内容不同。',
    fix: '请与单据核对；其中一方改动了该行。',
  },
  'proof-line-missing': {
    what: '单据 {document} 的第 {line} 行在证明中，却不在所给的明细中。',
    fix: '如确已交付，请补上该行；否则请询问其来源。',
  },
  'proof-line-unknown': {
    what: '单据 {document} 的第 {line} 行在所给的明细中，却不在证明中。',
    fix: '请询问为何遗漏；如该行是后来才知悉的，请将其去掉。',
  },
  'proof-calculation-differs': {
    what: '证明由计算版本 {proof} 生成，本程序的版本为 {program}。',
    fix: '请用该版本的程序验证。',
  },
  'proof-earning-differs': {
    what: '{term}，{partner}，{firstDay} 至 {lastDay}：证明中为 {proof}，重新计算为 {own}[，首个差异在 {where}]。',
    fix: '请要求说明：该金额不能由条款和明细得出。',
  },
  'proof-commitment-differs': {
    what: '证明中关于其他各方的数字与承诺不符：{part}。',
    fix: '请索取同时写出的证明与开启文件。',
  },
  'proof-signature-missing': {
    what: '该证明没有签名。',
    fix: '请索取已签名的证明，或不带公钥验证：计算照样会核对。',
  },
  'proof-signature-invalid': {
    what: '签名与该证明及该公钥不符。',
    fix: '请确认公钥属于出具证明的一方；若属实，则证明被改动过。',
  },
  'proof-key-invalid': {
    what: '{file} 中没有 Ed25519 密钥：{reason}。',
    fix: '请提供 PEM 格式的密钥：签名用私钥，验证用公钥。',
  },
  'proof-internal': {
    what: '条款 {term} 涉及内部信息：{internal}。',
    fix: '请用 --full 生成证明，仅供审计；合作伙伴不得看到。',
  },
  'proof-not-for-partner': {
    what: '条款 {term} 无法单独向一个合作伙伴证明：{mechanism}。',
    fix: '请生成完整证明，供审计使用。',
  },
  'proof-partner-unknown': {
    what: '合作伙伴 {partner} 在本次计算中没有明细，也没有应得金额。',
    fix: '请核对合作伙伴代码。',
  },
  'vectors-invalid': {
    what: '无法读取 {file} 中的测试向量：{reason}。',
    fix: '请更正所指之处；格式为 openrebate-conformance/v1。',
  },
  'idempotency-key-reused': {
    what: '键“{key}”已使用过，但内容不同。',
    fix: '新的提交请使用新的键。',
  },
  'known-day-backwards': {
    what: '系统已有 {last} 的知悉记录，{day} 早于该日。',
    fix: '请登记在 {last} 或之后：某日已知悉的内容不再改变。',
  },
  'import-not-whole': {
    what: '{file} 的 {rows} 行中有 {refused} 行不是有效明细行；本次要求全部成功，因此未写入任何内容。',
    fix: '请更正所列各行，或仅导入有效行，其余留在隔离区。',
  },
  'import-not-found': {
    what: '没有导入 {id}。',
    fix: '请从导入列表中取编号。',
  },
  'import-repairs-mixed': {
    what: '{file} 的各行分属多次导入，或仅部分行属于某次导入。',
    fix: '请将每次导入的更正行分别作为一个文件导入；新行请去掉 openrebate.import 和 openrebate.row 列。',
  },
  'quarantined-row-not-found': {
    what: '导入 {id} 的第 {row} 行不在隔离区。',
    fix: '请从隔离区列表中选取；该行可能已处理。',
  },
  'partner-not-found': {
    what: '没有合作伙伴 {partner}。',
    fix: '请使用主数据中的代码，或先导入该合作伙伴。',
  },
  'master-not-found': {
    what: '没有代码为 {code} 的主数据。',
    fix: '请从主数据列表中选取类型和代码。',
  },
  'payments-not-found': {
    what: '来源 {source} 的单据 {document} 既无明细也无付款。',
    fix: '请核对来源和单据号。',
  },
  'bank-account-invalid': {
    what: '银行账户的字段“{field}”不正确：{reason}。',
    fix: '请按合作伙伴的来函录入账户；此处不重复显示所输入的内容。',
  },
  'bank-account-not-found': {
    what: '合作伙伴 {partner} 在 {day} 没有有效的银行账户。',
    fix: '请选择其他日期，或登记账户。',
  },
  'bank-account-reason-missing': {
    what: '查看完整的银行账户须说明理由。',
    fix: '请说明用途；理由会写入审计记录。',
  },
  'bank-account-change-not-found': {
    what: '批次 {batch} 中没有合作伙伴 {partner} 的银行账户变更。',
    fix: '请从变更列表中选取批次。',
  },
  'bank-account-decided': {
    what: '合作伙伴 {partner} 在批次 {batch} 中的银行账户变更已有决定。',
    fix: '请在变更列表中查看决定；其他账户须重新登记。',
  },
  'bank-account-not-approved': {
    what: '合作伙伴的银行账户尚待第二人批准。',
    fix: '请由另一人批准或驳回；在此之前不付款。',
  },
  'bank-account-cooling-off': {
    what: '合作伙伴的银行账户已批准，但冷静期未满。',
    fix: '请自变更列表所示日期起付款。',
  },
  'payment-limits-not-rising': {
    what: '某币种的各级限额没有递增。',
    fix: '每一级的金额须高于前一级，批准人数不得减少。',
  },
  'payment-rules-missing': {
    what: '没有生效的付款规则。',
    fix: '请提出规则并由另一人确认：冷静期、限额和批准人数须写明，不作默认。',
  },
  'payment-rules-not-found': {
    what: '没有第 {version} 版付款规则。',
    fix: '请指定已提出的版本。',
  },
  'paying-account-invalid': {
    what: '付款账户的字段“{field}”不正确：{reason}。',
    fix: '请按与银行的约定填写。',
  },
  'payment-not-in-format': {
    what: '银行文件无法表示向 {partner} 付款的字段“{field}”：{reason}。',
    fix: '请更正合作伙伴的银行信息、剔除该笔付款，或改用其他文件格式的账户付款。',
  },
  'paying-account-not-found': {
    what: '没有付款账户 {account}。',
    fix: '请从付款账户列表选取代码，或登记该账户。',
  },
  'payment-company-not-found': {
    what: '没有我方公司 {company}。',
    fix: '请使用我方公司的代码。',
  },
  'payment-day-past': {
    what: '付款日已过。',
    fix: '请填写今日或以后的日期；等待过久的付款批次须撤回后重新提出。',
  },
  'payment-nothing-open': {
    what: '没有可由本批次支付的未清项。',
    fix: '请查看未清项：其他批次正在支付的不再是未付。',
  },
  'payment-over-limit': {
    what: '付款规则不允许一个批次支付 {amount} {currency}。',
    fix: '请减少一个批次中的合作伙伴，或确认其他规则。',
  },
  'payment-run-not-found': {
    what: '没有付款批次 {id}。',
    fix: '请从批次列表选取编号。',
  },
  'payment-run-out-of-place': {
    what: '付款批次 {id} 的状态为 {state}；未做任何更改。',
    fix: '请查看该批次：可能已完成。',
  },
  'payment-sender-has-part': {
    what: '提出或批准批次的人不得发送。',
    fix: '请由第三人发送。',
  },
  'payment-settlement-gone': {
    what: '结算 {settlement} 已不再欠本批次所付的金额。',
    fix: '请撤回该批次并重新提出。',
  },
  'payment-not-sent': {
    what: '付款批次 {id} 尚无文件。',
    fix: '请先发送批次：文件只生成一次。',
  },
  'bank-account-changed': {
    what: '{partner} 的银行账户在提出批次后已变更。',
    fix: '请撤回该批次并重新提出。',
  },
  'payment-not-found': {
    what: '没有付款 {id}。',
    fix: '请从批次中选取编号。',
  },
  'payment-amount-differs': {
    what: '金额与向 {partner} 的付款不符。',
    fix: '请询问银行；付款须整笔确认或拒绝。',
  },
  'payment-news-out-of-place': {
    what: '状态为 {state} 的付款不能记为“{news}”。',
    fix: '请查看该付款之前的记录。',
  },
  'payment-returns-beyond': {
    what: '退回金额将超过已付金额。',
    fix: '请填写本次退回的金额。',
  },
  'bank-entry-not-found': {
    what: '没有银行流水 {id}。',
    fix: '请从等待处理的流水列表中取得编号。',
  },
  'bank-entry-not-waiting': {
    what: '银行流水 {id} 并不等待处理：状态为 {state}。',
    fix: '无需再处理。',
  },
  'bank-entry-proposed': {
    what: '已有人提议银行流水 {id} 的归属，尚无人决定。',
    fix: '请先由另一人批准或拒绝。',
  },
  'bank-entry-not-proposed': {
    what: '尚无人提议银行流水 {id} 的归属。',
    fix: '请先将其归属到付款。',
  },
  'bank-entry-not-laid': {
    what: '银行流水 {id} 未冲抵任何索赔或单据。',
    fix: '请在已冲抵的流水中查找；由人登记的收款请在其索赔中撤回。',
  },
  'statement-table-unknown': {
    what: '账户 {account} 未说明其银行如何编写表格。',
    fix: '请为账户设置 “statement”，或发送 camt.053。',
  },
  'statement-not-read': {
    what: '对账单字段 {field} 的内容“{value}”无法读取。',
    fix: '请向银行重新索取对账单；未采用其中任何内容。',
  },
  'statement-empty': {
    what: '{file} 中没有对账单。',
    fix: '请发送银行的 camt.053 或 camt.054；付款状态请发送 pain.002 或 NACHA 退回文件。',
  },
  'statement-does-not-add-up': {
    what: '对账单 {statement} 的流水与期初期末余额不符，或明细与流水不符。',
    fix: '请向银行索取完整的对账单；未采用其中任何内容。',
  },
  'statement-account-unknown': {
    what: '对账单 {statement} 的账户不是我方账户。',
    fix: '请先按银行所写的账号登记付款账户。',
  },
  'entry-without-reference': {
    what: '该流水没有指明付款。',
    fix: '请查看其附言；在查明之前等待处理。',
  },
  'entry-of-nobody': {
    what: '该流水指明的付款不是我方付款。',
    fix: '请查看其附言；在查明之前等待处理。',
  },
  'entry-of-other-account': {
    what: '该流水所指内容属于其他账户、公司或币种。',
    fix: '请询问银行：其由其他账户发出，或属于其他公司。',
  },
  'entry-names-several-claims': {
    what: '该流水指明了我方的多个索赔，但未说明各自的金额。',
    fix: '请询问付款方，并手工将各部分分别记入相应的索赔。',
  },
  'payment-rules-stale': {
    what: '第 {version} 版付款规则已确认，或已有更新的提议。',
    fix: '请确认最后提出的版本。',
  },
  'claim-not-found': {
    what: '没有索赔 {id}。',
    fix: '请从索赔列表中取编号。',
  },
  'claim-line-not-found': {
    what: '该索赔没有第 {line} 行。',
    fix: '请按已发出的索赔取行号。',
  },
  'claim-amount-invalid': {
    what: '{amount} 不是有效的 {currency} 金额。',
    fix: '请给出小数位数不超过该币种的金额，以及有效的币种代码。',
  },
  'claim-amount-not-positive': {
    what: '金额 {amount} 不大于零。',
    fix: '请给出大于零的金额；误收的款项请作退回。',
  },
  'claim-amount-beyond': {
    what: '第 {line} 行[{position}][（{claimReason}）]金额为 {available}，无法取走 {asked}。',
    fix: '请查看索赔：其间可能已有处理。取走的金额不能超过现有金额。',
  },
  'claim-decision-empty': {
    what: '没有任何变化。',
    fix: '请指明各行及其金额。',
  },
  'claim-receipt-beyond': {
    what: '索赔未结金额为 {open}，少于收到的 {asked}。',
    fix: '请将余额记入其他索赔，或另行登记。',
  },
  'claim-reference-reserved': {
    what: '参考号 {reference} 的开头由程序自用。',
    fix: '请为该笔收款另取参考号，例如银行对账单的流水号。',
  },
  'claim-receipt-differs': {
    what: '收款 {reference} 已登记为 {amount}。',
    fix: '请为另一笔收款使用不同的参考号；错误的收款请先退回，再以新的参考号登记。',
  },
  'claim-receipt-not-found': {
    what: '该索赔没有收款 {reference}。',
    fix: '请从索赔历史中取参考号。',
  },
  'claim-objection-unclear': {
    what: '以“{claimReason}”为由的异议未说明所需内容。',
    fix: '请给出：{expected}。未列出时只需指明明细行。',
  },
  'claim-objection-repeated': {
    what: '单据 {document} 第 {line} 行以同一原因被提出两次异议。',
    fix: '请去掉其中一条。',
  },
  'claim-answered-already': {
    what: '索赔 {reference} 已有答复。',
    fix: '请逐行答复其余各行。',
  },
  'claim-not-computed': {
    what: '索赔 {reference} 并非由本系统计算生成，无法按异议重新计算。',
    fix: '请逐行答复。',
  },
  'claim-not-ours': {
    what: '按协议 {id}，我方不提出索赔：{claimRule}。',
    fix: '仅在协议规定由我方索赔时提出。',
  },
  'claim-not-calculated': {
    what: '协议 {id} 尚未计算。',
    fix: '请先计算。',
  },
  'claim-earning-incomplete': {
    what: '{partner} 在条款 {term}、期间 {window} 的金额不完整：有 {lines} 行无法计算；未索赔 {amount}。',
    fix: '请处理受阻的明细行，重新计算后再索赔。',
  },
  'claim-deadline-passed': {
    what: '条款 {term}、期间 {window} 的索赔截止日为 {deadline}：{partner} 的 {amount} 已失效。',
    fix: '请按时索赔；协议规定逾期索赔失效。',
  },
  'claim-write-off-asked': {
    what: '索赔 {reference} 已有核销待审批。',
    fix: '请先批准或驳回。',
  },
  'claim-write-off-not-asked': {
    what: '索赔 {reference} 没有待审批的核销。',
    fix: '请先申请核销，再由另一人批准。',
  },
  'claim-write-off-own': {
    what: '申请核销的人不能自行审批。',
    fix: '请由另一人审批。',
  },
  'claim-write-off-beyond': {
    what: '{amount} 超出可核销的限额 {limit}。',
    fix: '请在公司规则中提高限额，或继续追索。',
  },
  'claim-rule-not-found': {
    what: '{company} 没有 {currency} 索赔的规则。',
    fix: '请设置规则；在此之前不会自动接受或核销，也不会催告。',
  },
  'claim-reminders-not-rising': {
    what: '催告天数未递增：{days}。',
    fix: '请按先后列出，后一项须大于前一项。',
  },
  'claim-not-theirs': {
    what: '按协议 {id}，合作伙伴不提出索赔：{claimRule}。',
    fix: '仅在协议规定由合作伙伴索赔时提出。',
  },
  'claim-repeated': {
    what: '索赔 {reference} 此前已接收，编号 {first}。',
    fix: '请查看首次的索赔。更改须以新的参考号提出并指明原索赔。',
  },
  'claim-term-unknown': {
    what: '协议 {id} 没有条款 {term}。',
    fix: '请按协议填写条款。',
  },
  'claim-field-missing': {
    what: '第 {row} 行的字段“{field}”为空。',
    fix: '请填写；交易的来源、单据和行号须同时给出。',
  },
  'claim-field-invalid': {
    what: '第 {row} 行字段“{field}”的值 {value} 不正确。',
    fix: '日期为 YYYY-MM-DD；金额为普通小数，位数不超过币种，且不为零。',
  },
  'claim-field-differs': {
    what: '第 {row} 行的“{field}”为 {value}，与该索赔的首行不同。',
    fix: '同一索赔各行的协议、币种、日期和更改须一致。',
  },
  'claim-message-not-found': {
    what: '没有关于索赔的消息 {id}。',
    fix: '请从消息列表中取得编号。',
  },
  'claim-message-not-waiting': {
    what: '消息 {id} 没有待处理的行：状态为 {state}。',
    fix: '请查看该消息。已接收的内容须以指明原索赔的新索赔更改。',
  },
  'claim-row-not-waiting': {
    what: '第 {row} 行并不等待修正。',
    fix: '请修正消息中标明为等待的行。',
  },
  'acceptance-not-supplier': {
    what: '协议 {id} 不是与供应商的协议。',
    fix: '仅对供应商欠我方返利的协议登记接受。',
  },
  'deduction-not-found': {
    what: '没有扣款 {id}。',
    fix: '请从扣款列表中取编号。',
  },
  'deduction-differs': {
    what: '扣款 {reference} 已以其他金额或币种登记。',
    fix: '请为另一笔扣款使用不同的参考号。',
  },
  'deduction-beyond': {
    what: '扣款未结金额为 {open}，少于 {asked}。',
    fix: '处理金额不得超过未结金额。',
  },
  'deduction-account-differs': {
    what: '{participant} 在协议 {id} 下所得金额并非由该公司应付给该合作伙伴。',
    fix: '请与扣款合作伙伴自己的账户匹配，或拒绝该部分。',
  },
  'deduction-claim-differs': {
    what: '索赔 {reference} 并非该合作伙伴对同一公司以同一币种提出。',
    fix: '请与该合作伙伴提出的索赔匹配。',
  },
  'deduction-beyond-earning': {
    what: '条款 {term} 下已得未结金额为 {available}，少于 {asked}。',
    fix: '请减少匹配金额，其余予以拒绝。',
  },
  'deduction-settlement-differs': {
    what: '结算 {settlement} 不属于该合作伙伴、同一公司和同一币种。',
    fix: '请与扣款合作伙伴自己的单据匹配。',
  },
  'deduction-settlement-not-open': {
    what: '结算 {settlement} 没有有效且应付款的单据，状态为 {state}。',
    fix: '请与已开出且未在冲销的单据匹配；尚未开出时，请与已得金额匹配。',
  },
  'deduction-beyond-settlement': {
    what: '该单据尚未支付、抵销或扣留的金额为 {open}，少于 {asked}。',
    fix: '请减少匹配金额，其余另行匹配或拒绝。',
  },
  'fund-not-found': {
    what: '没有市场基金 {code}。',
    fix: '请从基金列表中取代码。',
  },
  'fund-exists': {
    what: '市场基金 {code} 已存在。',
    fix: '请为另一基金使用不同的代码。',
  },
  'fund-terms-invalid': {
    what: '基金的字段“{field}”不正确。',
    fix: '最后日期不得早于首日，百分比须大于 0 且不超过 100。',
  },
  'fund-partner-differs': {
    what: '市场基金 {code} 属于其他合作伙伴。',
    fix: '请使用该合作伙伴参与的基金。',
  },
  'fund-days-outside': {
    what: '活动不在 {firstDay} 至 {lastDay} 之间，或结束早于开始。',
    fix: '请选择基金有效期内的日期。',
  },
  'fund-activity-not-found': {
    what: '没有活动 {id}。',
    fix: '请从基金中取活动编号。',
  },
  'fund-activity-exists': {
    what: '活动 {reference} 此前已申请，编号 {id}。',
    fix: '请查看首次申请，或使用其他参考号。',
  },
  'fund-activity-state': {
    what: '活动处于“{activityState}”状态，无法进行此操作。',
    fix: '请查看该活动的历史。',
  },
  'fund-approver-asked': {
    what: '申请活动的人不能自行审批。',
    fix: '请由另一人审批。',
  },
  'fund-request-beyond': {
    what: '{asked} 超过申请金额 {free}。',
    fix: '批准金额不得超过申请金额。',
  },
  'fund-exhausted': {
    what: '基金余额为 {free}，少于 {asked}。',
    fix: '请减少批准金额，或关闭不再提出索赔的活动。',
  },
  'fund-claim-early': {
    what: '活动尚未开始：首日为 {firstDay}。',
    fix: '请在活动开展后再提出索赔。',
  },
  'fund-claim-late': {
    what: '索赔期限已于 {lastDay} 结束。',
    fix: '已批准金额将退回基金；请另行申请活动。',
  },
  'fund-nothing-left': {
    what: '该活动批准的金额已全部核给。',
    fix: '请另行申请活动。',
  },
  'fund-proof-repeated': {
    what: '同一证明此前已提交，事件 {event}。',
    fix: '请提交其他费用的证明。',
  },
  'fund-payment-differs': {
    what: '付款 {reference} 已以其他金额登记。',
    fix: '请为另一笔付款使用不同的参考号。',
  },
  'fund-settlement-beyond': {
    what: '已核给未支付的金额为 {free}，少于 {asked}。',
    fix: '支付金额不得超过核给金额。',
  },
  'claim-nothing-disputed': {
    what: '索赔 {reference} 没有争议金额。',
    fix: '请先说明争议的金额和原因。',
  },
  'confirmation-not-found': {
    what: '没有余额确认 {id}。',
    fix: '请从余额确认列表中取编号。',
  },
  'confirmation-nothing': {
    what: '{partner} 与 {company} 之间没有入账。',
    fix: '请在有应得金额时再发送余额确认。',
  },
  'confirmation-state': {
    what: '余额确认处于“{confirmationState}”状态，无法进行此操作。',
    fix: '余额只答复一次；有异议的可指派、回复和了结。如需请重新发送。',
  },
  'rebate-document-invalid': {
    what: '单据的字段“{field}”不正确：{reason}。',
    fix: '请更正该字段后重新生成；尚未写入任何内容。',
  },
  'ledger-table-side-needed': {
    what: '列 {field} 属于单边，而每行包含借贷双方。',
    fix: '请设置 rows: sides，或使用整笔分录的列，例如 debitAccount。',
  },
  'audit-chain-broken': {
    what: '审计记录已被改动：发现 {findings} 处问题。',
    fix: '请保持数据库现状，与备份比对，并查明何人有权访问。',
  },
  'audit-not-tied': {
    what: '有 {accounts} 个科目核对不符。',
    fix: '请查看审计包中 tie-out.csv 的差异；审计包仍已写出。',
  },
  'audit-entry-not-found': {
    what: '没有审计记录 {id}。',
    fix: '请从审计记录列表中选取编号。',
  },
  'audit-reason-missing': {
    what: '从审计记录中清除内容须说明理由。',
    fix: '请说明理由；理由会保留在审计记录中。',
  },
  'document-format-unfit': {
    what: '该单据不能采用 {format} 格式：{reason}。',
    fix: '请改用其他格式，或补齐所缺内容后开具单据。',
  },
  'paper-sign-unknown': {
    what: '字体中没有以下字符：{signs}。',
    fix: '请用拉丁、希腊、西里尔字母或汉字书写名称，或改用电子发票，其可容纳所有字符。',
  },
  'statement-days-turned': {
    what: '对账单的截止日早于起始日。',
    fix: '请给出不早于起始日的截止日。',
  },
  'red-letter-unfit': {
    what: '该单据不能对应红字发票：{reason}[（{rate}%）]。',
    fix: '请使用人民币贷项通知单，并按税率列明蓝字发票及其可红冲余额。',
  },
  'key-ring-invalid': {
    what: '{place} 中的密钥无法使用：{reason}。',
    fix: '请恢复原密钥文件，并仅允许其所有者读取。',
  },
  'key-ring-fixed': {
    what: '密钥来自环境变量，无法在此添加密钥。',
    fix: '请在 OPENREBATE_KEY_RING 最前面加入新密钥，重新启动后，再执行不新增密钥的轮换。',
  },
  'key-not-in-ring': {
    what: '内容由密钥 {key} 加密，而此处没有该密钥。',
    fix: '请将该密钥的文件放入密钥文件夹，或将密钥加入 OPENREBATE_KEY_RING。',
  },
  'sealed-text-unreadable': {
    what: '密钥 {key} 无法解开密文：内容被改动过，或被放到了别的记录处。',
    fix: '请从备份中恢复该记录。',
  },
  'alias-target-unknown': {
    what: '主数据中没有 {kind} {value}。',
    fix: '请先导入该 {kind}，或填写已有的代码。',
  },
  'alias-hides-code': {
    what: '{value} 本身就是一个 {kind} 的代码；作为别名会改变正确的明细行。',
    fix: '请改为更正这些行，或先将 {value} 移出主数据。',
  },
  'mapping-name-invalid': {
    what: '“{name}”不能作为来源说明的名称。',
    fix: '请以字母或数字开头，其后可用字母、数字、空格、点和短横，最多一百个字符。',
  },
  'mapping-not-found': {
    what: '没有已保存的来源说明 {name}。',
    fix: '请从列表中选取名称，或先保存。',
  },
  'argument-invalid': {
    what: '“{value}”不是有效的 {argument}。',
    fix: '应为：{expected}。',
  },
  'earning-not-found': {
    what: '没有返利记录 {id}。',
    fix: '请使用返利列表中的编号。',
  },
  'job-not-found': {
    what: '没有任务 {id}。',
    fix: '请使用任务列表中的编号；正常结束的任务保留 30 天。',
  },
  'preview-not-found': {
    what: '没有预览 {id}。',
    fix: '请使用请求答复或预览列表中的编号。',
  },
  'job-not-open': {
    what: '任务 {id} 的状态为 {state}。',
    fix: '只有等待中或已失败的任务可以重新执行或取消；到期的计算不能取消。',
  },
  'line-not-found': {
    what: '来源 {source} 中没有单据 {document} 第 {line} 行。',
    fix: '请核对来源、单据号和行号；已隔离的行尚不是明细行。',
  },
  'tenant-not-found': {
    what: '没有租户“{tenant}”。',
    fix: '请先启动一次，或指定已有的租户。',
  },
  'address-not-found': {
    what: '该地址不存在。',
    fix: '接口说明见 /api/v1/openapi.json。',
  },
  'company-not-found': {
    what: '没有公司 {company}。',
    fix: '请从公司列表中选取代码。',
  },
  'books-currency-missing': {
    what: '{company} 的账簿未指定本位币，其他币种的金额无从折算。',
    fix: '请先指定一次：“ledger currency {company} <文件>”。',
  },
  'books-currency-late': {
    what: '{company} 的账簿不能以 {currency} 为本位币：已指定 {known}，或账上已有未折算的其他币种金额。',
    fix: '请保留本位币，只更改汇率规则；以其他币种记账请另设公司。',
  },
  'books-currency-unknown': {
    what: '{currency} 不是已知的币种。',
    fix: '请给出 ISO 4217 代码，例如 EUR。',
  },
  'ledger-month-not-next': {
    what: '{month} 不是下一个应结账的月份；下一个是 {next}。',
    fix: '请按月份先后依次结账。',
  },
  'ledger-month-not-over': {
    what: '{month} 尚未结束。',
    fix: '请在该月最后一天（按公司时区）结束之后结账。',
  },
  'ledger-month-not-last': {
    what: '{month} 不是最近一次结账的月份。',
    fix: '只能重新打开最近结账的月份，请从该月开始。',
  },
  'ledger-check-open': {
    what: '尚有未完成事项：{check}，共 {count} 项。',
    fix: '请先处理，或在豁免中说明理由；不平衡的项目不能豁免。',
  },
  'ledger-reopen-proposed': {
    what: '重新打开 {month} 已经提出。',
    fix: '请由另一人批准。',
  },
  'ledger-reopen-not-proposed': {
    what: '尚无人提出重新打开 {month}。',
    fix: '请先提出并说明理由。',
  },
  'ledger-rules-contradict': {
    what: '两条规则对 {role} 的条件相同，却指定了 {account} 和 {other}。',
    fix: '请只保留一条，或增加区分字段。',
  },
  'ledger-rule-invalid': {
    what: '科目规则此处不能是“{value}”。',
    fix: '请填写：{expected}。',
  },
  'ledger-same-person': {
    what: '提出者不能自己批准。',
    fix: '请由另一人执行。',
  },
  'company-day-real': {
    what: '公司 {company} 使用真实日期。',
    fix: '只有沙盒中的公司可以使用其他日期。',
  },
  'body-not-json': {
    what: '请求正文不是 JSON。',
    fix: '请发送一个 UTF-8 编码的 JSON 文档。',
  },
  'body-too-large': {
    what: '请求正文超过 {limit} 字节。',
    fix: '请减少每次的数据量：拆分文件或列表。',
  },
  'body-too-slow': {
    what: '请求正文未在 {seconds} 秒内到达。',
    fix: '请在更好的网络条件下重新发送，或分成更小的部分。',
  },
  'body-field-missing': {
    what: '缺少字段 {field}。',
    fix: '请补上；接口说明见 /api/v1/openapi.json。',
  },
  'body-field-unknown': {
    what: '此处没有字段 {field}。',
    fix: '请删除或更正字段名；由服务器设定的内容不能提交。',
  },
  'body-field-invalid': {
    what: '字段 {field} 无效。',
    fix: '应为：{expected}。',
  },
  'media-type-not-allowed': {
    what: '该地址不接受内容类型“{mediaType}”。',
    fix: '请使用其中之一：{expected}。',
  },
  'cursor-invalid': {
    what: '该游标不是此列表给出的。',
    fix: '请在相同筛选条件下使用上一页的“next”，或不带游标从头开始。',
  },
  'idempotency-key-missing': {
    what: '更改数据的请求需要 Idempotency-Key 请求头。',
    fix: '每次操作使用一个新的键；重复发送同一请求时使用相同的键。',
  },
  'if-match-missing': {
    what: '更改此对象需要 If-Match 请求头。',
    fix: '请先读取它，并带上它的 ETag。',
  },
  'version-differs': {
    what: '您读取之后，它已被更改。',
    fix: '请重新读取并查看变化，再用新的 ETag 提交更改。',
  },
  'key-missing': {
    what: '没有提供密钥。',
    fix: '请发送“Authorization: Bearer”请求头，带上人员或服务的密钥。',
  },
  'key-invalid': {
    what: '密钥无效。',
    fix: '请检查密钥是否完整；如已过期或被撤销，请重新签发。',
  },
  'scope-missing': {
    what: '此密钥无权进行该操作：缺少 {scope}。',
    fix: '请签发含有 {scope} 的密钥。',
  },
  'partner-not-allowed': {
    what: '该功能不对合作伙伴开放。',
    fix: '请联系邀请您的公司。',
  },
  'portal-not-set-up': {
    what: '此处不为合作伙伴的人员提供服务。',
    fix: '请服务器管理员设置 PORTAL_DATABASE_URL。',
  },
  'person-not-found': {
    what: '没有人员 {id}。',
    fix: '请从人员列表中选取编号。',
  },
  'person-forgotten': {
    what: '{name} 已被抹除：无人再知其身份。',
    fix: '如有人回来，请为其新建人员。',
  },
  'transport-invalid': {
    what: '这不是 openrebate transport 的文件：{at} 处应为 {expected}。',
    fix: '请使用 openrebate transport export 写出的文件。',
  },
  'transport-changed': {
    what: '文件写出后被改动：其内容与校验和不符。',
    fix: '请重新导出；需要修改的内容请在来源处修改。',
  },
  'retention-out-of-bounds': {
    what: '{kind} 不能保留 {days} 天。',
    fix: '请指定 {least} 至 {most} 天。',
  },
  'person-not-gone': {
    what: '{login} 尚未离开：只有已离开的人员才能被抹除。',
    fix: '请先让该人员离开。',
  },
  'person-side-fixed': {
    what: '{login} 不能改变所属方：人员属于本公司或合作伙伴。',
    fix: '请为另一方新建人员。',
  },
  'person-of-partner-needed': {
    what: '此操作只能由合作伙伴的人员完成。',
    fix: '请合作伙伴的人员在合作伙伴门户中操作。',
  },
  'own-access-fixed': {
    what: '不能更改自己的访问权限。',
    fix: '请由另一位管理员操作。',
  },
  'login-taken': {
    what: '登录名 {login} 已被使用。',
    fix: '请另选一个；登录名不会重复分配。',
  },
  'service-code-taken': {
    what: '服务 {service} 已存在。',
    fix: '请另选代码。',
  },
  'holder-not-found': {
    what: '没有可持有密钥的人员或服务 {id}。',
    fix: '请使用在职人员或服务的编号。',
  },
  'scope-not-for-holder': {
    what: '该持有者不能拥有 {scope}。',
    fix: '请去掉它：程序不能审批，合作伙伴只能读取自己的内容。',
  },
  'scope-not-own': {
    what: '不能给自己授予 {scope}。',
    fix: '请联系另一位管理员。',
  },
  'key-expiry-invalid': {
    what: '密钥须在 400 天内到期，且不早于签发时间。',
    fix: '请选择明天或以后、且在期限内的日期。',
  },
  'key-not-found': {
    what: '没有密钥 {id}。',
    fix: '请从密钥列表中选取编号。',
  },
  'administrator-exists': {
    what: '已有管理员。',
    fix: '请向其申请密钥；首位管理员只创建一次。',
  },
  'sandbox-too-many': {
    what: '该租户已创建五十个沙盒。',
    fix: '请继续使用其中一个：它的日期可以移动。',
  },
  'trial-not-here': {
    what: '该服务器不是为试用而启动的。',
    fix: '请登录；在自己的机器上运行“openrebate start”，即有向所有人开放的沙盒。',
  },
  'tenant-not-sandbox': {
    what: '只有沙盒可以向所有人开放并重新建立；只要有公司使用真实日期，就不是沙盒。',
    fix: '请在演示沙盒中操作，或另建一个沙盒租户。',
  },
  'trial-company-exists': {
    what: '此处已有人建立了自己的公司。',
    fix: '请使用当时设置的密码登录；更多租户可通过“openrebate tenant create”建立。',
  },
  'account-exists': {
    what: '{email} 已有账户。',
    fix: '请用该账户登录，或换一个邮箱地址。',
  },
  'sandbox-reset-under-way': {
    what: '沙盒正在重新建立。',
    fix: '请等待完成；期间仍可使用当前沙盒。',
  },
  'session-needed': {
    what: '此操作需要在浏览器中登录。',
    fix: '请先登录；密钥不能用于此操作。',
  },
  'session-ended': {
    what: '会话已结束。',
    fix: '请重新登录。',
  },
  'request-not-from-page': {
    what: '此请求并非来自本系统的页面。',
    fix: '请从本服务器的页面发送“X-OpenRebate: 1”请求头；程序请使用密钥。',
  },
  'tenant-not-chosen': {
    what: '此账户当前未在任何租户中工作。',
    fix: '请选择您的一个租户；如没有，请向管理员索取邀请。',
  },
  'tenant-not-yours': {
    what: '您没有租户 {tenant}。',
    fix: '请从您的租户列表中选择。',
  },
  'sign-in-failed': {
    what: '电子邮箱或密码错误。',
    fix: '请重试，或重新设置密码；多次失败后请等待十五分钟。',
  },
  'password-wrong': {
    what: '当前密码错误。',
    fix: '请输入您目前登录所用的密码。',
  },
  'password-too-short': {
    what: '密码少于 {least} 个字符。',
    fix: '请使用至少 {least} 个字符，例如四个您自己的词。',
  },
  'password-too-common': {
    what: '此密码是他人最先会尝试的密码之一。',
    fix: '请勿使用您的姓名、连续的字符或常见密码，可使用四个您自己的词。',
  },
  'email-invalid': {
    what: '{email} 不是电子邮箱地址。',
    fix: '请写成 name@example.com 的形式。',
  },
  'account-not-found': {
    what: '没有账户 {email}。',
    fix: '请检查地址，或创建该账户。',
  },
  'member-exists': {
    what: '{login} 在此已有账户，或该账户在此属于另一人员。',
    fix: '请为每位人员分配一个账户。',
  },
  'session-not-found': {
    what: '没有会话 {id}。',
    fix: '请从您的会话列表中选取编号。',
  },
  'code-wrong': {
    what: '验证码错误、已过期或已使用。',
    fix: '请输入最新的验证码；设备时间必须准确。恢复码只能使用一次。',
  },
  'ticket-invalid': {
    what: '本次登录已失效。',
    fix: '请用电子邮箱和密码重新开始。',
  },
  'totp-exists': {
    what: '已设置动态验证码。',
    fix: '请先停用，再重新设置。',
  },
  'factor-missing': {
    what: '没有可恢复的第二重验证。',
    fix: '请先设置动态验证码或通行密钥，届时会一并生成恢复码。',
  },
  'passkey-refused': {
    what: '通行密钥未被接受。',
    fix: '请在创建它的网址重试；如已移除，请用密码登录。',
  },
  'passkey-too-many': {
    what: '通行密钥数量已达账户上限。',
    fix: '请移除不再使用的通行密钥。',
  },
  'passkey-not-found': {
    what: '没有通行密钥 {id}。',
    fix: '请从您的通行密钥列表中选取编号。',
  },
  'second-factor-needed': {
    what: '此处需要第二重验证。',
    fix: '请在“您的账户”中设置动态验证码或通行密钥，或使用已有的方式登录。',
  },
  'sso-not-set-up': {
    what: '该处未设置单点登录。',
    fix: '请检查贵公司的代码，或使用密码登录。',
  },
  'sso-not-answering': {
    what: '贵公司的登录系统没有响应。',
    fix: '请稍后重试；如持续如此，请管理员在“设置”中检查颁发者。',
  },
  'sso-refused': {
    what: '登录系统的回复无效。',
    fix: '请在同一标签页中重新开始；每个回复十分钟内仅可使用一次。',
  },
  'sso-nobody': {
    what: '登录系统认识您，但此处无人授权您进入。',
    fix: '请向管理员索取发送到已验证地址的邀请。',
  },
  'webhook-address-invalid': {
    what: '{url} 不是可以发送的地址。',
    fix: '请提供类似 https://erp.example.com/openrebate 的地址，其中不含用户名和密码。',
  },
  'webhook-address-not-https': {
    what: '{url} 不是通过 HTTPS 访问，途中任何人都可能读取内容。',
    fix: '请提供以 https:// 开头的地址。运维人员指定的内网主机也可以使用 http://。',
  },
  'webhook-address-private': {
    what: '{url} 位于内部网络，不允许通过本程序访问。',
    fix: '请提供公网地址，或请运维人员在 WEBHOOK_PRIVATE_HOSTS 中列出该主机。',
  },
  'webhook-too-many': {
    what: '已有 {max} 个 Webhook。',
    fix: '请结束不再需要的 Webhook，或让一个地址承担多种用途。',
  },
  'webhook-not-found': {
    what: '没有 Webhook {id}。',
    fix: '请查看 Webhook 列表；已结束的不再显示。',
  },
  'webhook-delivery-not-found': {
    what: '该地址没有编号为 {id} 的发送记录。',
    fix: '请查看该 Webhook 的发送记录；记录保留九十天。',
  },
  'sso-secret-missing': {
    what: '缺少客户端密钥。',
    fix: '请提供该登录系统颁发的密钥；其他系统的密钥不会发送给它。',
  },
  'account-not-shown': {
    what: '您通过单点登录进入，它不能打开账户本身。',
    fix: '请使用账户的密码或通行密钥登录。',
  },
  'address-of-another-tenant': {
    what: '此地址属于另一家公司。',
    fix: '请使用贵公司的地址，或通用地址。',
  },
  'accent-too-faint': {
    what: '{colour} 不够清晰：它与 {on} 的对比度为 {contrast}，至少需要 {needed}。',
    fix: '请改用最接近的清晰颜色 {nearest}，或选择其他颜色。',
  },
  'logo-not-png': {
    what: '这不是可以显示的 PNG 图片。',
    fix: '请将图片保存为不超过 {limit} 字节、非隔行扫描的 PNG。SVG 图形可能含有脚本，因此不接受。',
  },
  'logo-size': {
    what: '图片尺寸为 {width} × {height} 像素。',
    fix: '每边须为 {least} 至 {most} 像素；请缩放图片。',
  },
  'logo-not-found': {
    what: '没有这个徽标。',
    fix: '请先上传图片；徽标以上传后返回的哈希值指代。',
  },
  'invitation-not-found': {
    what: '没有待接受的邀请 {id}。',
    fix: '请从邀请列表中选取编号；已接受邀请的即为人员。',
  },
  'invitation-invalid': {
    what: '此邀请无效或已失效。',
    fix: '请打开最新的邮件；如已过期或已使用，请向邀请人索取新的邀请。',
  },
  'notice-not-found': {
    what: '您没有通知 {id}。',
    fix: '请从您的通知列表中选取编号。',
  },
  'company-code-taken': {
    what: '已有公司 {company}。',
    fix: '请选用其他代码；代码不可更改，名称可以。',
  },
  'comment-place-not-found': {
    what: '没有可评论的对象：{id}。',
    fix: '请用编码指明返利协议，或用编号指明索赔、结算或导入。',
  },
  'mail-link-invalid': {
    what: '此链接无效。',
    fix: '请按邮件中的原样打开链接，或在账户页面选择接收哪些邮件。',
  },
  'view-not-found': {
    what: '您没有视图 {id}。',
    fix: '请从您的视图列表中选取编号。',
  },
  'view-name-taken': {
    what: '您已有名为“{name}”的视图。',
    fix: '请换一个名称，或覆盖原有视图。',
  },
  'view-too-many': {
    what: '此列表您已有 {limit} 个视图，不能再增加。',
    fix: '请删除不再需要的视图。',
  },
  'subscription-not-found': {
    what: '您没有订阅 {id}。',
    fix: '请从您的订阅列表中选取编号。',
  },
  'subscription-too-many': {
    what: '您已有 {limit} 个订阅，不能再增加。',
    fix: '请结束不再需要的订阅。',
  },
  'time-zone-unknown': {
    what: '“{timeZone}”不是已知的时区。',
    fix: '请使用 IANA 名称，例如 Europe/Berlin。',
  },
  'reset-invalid': {
    what: '此链接无效或已失效。',
    fix: '请打开最新的邮件；如已超过一小时或已使用，请重新申请链接。',
  },
  'role-not-for-person': {
    what: '{login} 不能拥有角色 {role}。',
    fix: '合作伙伴的人员只能使用合作伙伴角色，本公司人员使用其他角色。',
  },
  'amount-above-limit': {
    what: '{amount} 超出您单次可批准的金额：{limit}。',
    fix: '请由限额更高的人员批准。',
  },
  'company-not-yours': {
    what: '您的角色不适用于公司 {company}。',
    fix: '请由有权处理该公司的人员操作。',
  },
  'method-not-allowed': {
    what: '该地址不接受 {method} 请求。',
    fix: '它接受 {allowed}。',
  },
  'host-not-allowed': {
    what: '服务器不以此名称应答。',
    fix: '请使用启动时显示的地址，或设置 PUBLIC_URL。',
  },
  'database-not-answering': {
    what: '数据库没有响应。',
    fix: '数据没有丢失。请稍后重试；如持续如此，请检查数据库是否在运行。',
  },
  'server-not-ready': {
    what: '服务器尚不能工作：{causes}。',
    fix: '请稍候，或请管理员检查：`openrebate doctor` 会说明如何处理。',
  },
  'server-stopping': {
    what: '服务器正在停止。',
    fix: '未执行任何操作。请使用相同的 Idempotency-Key 重新发送请求。',
  },
  'server-busy': {
    what: '服务器负载过高。',
    fix: '未执行任何操作。请稍后使用相同的 Idempotency-Key 重新发送请求。',
  },
  'exports-busy': {
    what: '正在进行的导出（本租户或全部租户）已达到同时进行的上限。',
    fix: '请等待其中一项导出结束后再试。',
  },
  'too-many-requests': {
    what: '请求过多。',
    fix: '请按 Retry-After 所示时间等待。',
  },
  'disk-full': {
    what: '{folder} 所在磁盘空间不足：剩余 {free} MiB，至少需要 {needed} MiB。',
    fix: '已确认的数据没有丢失。请腾出空间，程序会自行继续。',
  },
  'storage-full': {
    what: '服务器的磁盘已满。',
    fix: '未执行任何操作。`/readyz` 会说明该磁盘存放什么；腾出空间后，请使用相同的 Idempotency-Key 重新发送请求。',
  },
  'storage-failed': {
    what: '服务器的磁盘工作异常：{reason}。',
    fix: '请使用相同的 Idempotency-Key 重新发送请求；如仍出现，请管理员检查磁盘。',
  },
  'configuration-invalid': {
    what: '“{value}”不是 {variable} 的有效值。',
    fix: '应为：{expected}。',
  },
  'configuration-incomplete': {
    what: '设置了 {variable}，却没有设置 {needed}。',
    fix: '请两者都设置，或都不设置。',
  },
  'configuration-host-not-loopback': {
    what: '无需密钥即可查看演示数据时，服务器不在“{value}”上监听。',
    fix: '请使用 127.0.0.1、::1 或 localhost；或使用需要密钥的 `openrebate serve`。',
  },
  'state-folder-not-usable': {
    what: '用户 {user} 无法使用文件夹 {folder}：{reason}（{detail}）。',
    fix: '请更正其所有者或权限，或用 OPENREBATE_HOME 指定其他文件夹。',
  },
  'database-other-major': {
    what: '{folder} 中的数据库由 PostgreSQL {found} 创建，本程序自带的是 {ours}。数据未被改动。',
    fix: '请先用创建它的程序执行：OPENREBATE_HOME={folder} openrebate backup openrebate-{found}.backup。再用本程序执行：OPENREBATE_HOME={folder}-{ours} openrebate restore openrebate-{found}.backup。',
  },
  'database-embedded-unavailable': {
    what: '内置 PostgreSQL 无法在 {platform} 上运行：{reason}。',
    fix: '请重新安装软件包，或用 DATABASE_URL 指定自有的 PostgreSQL。',
  },
  'database-not-reachable': {
    what: '无法连接数据库[：{reason}]。',
    fix: '请确认数据库正在运行且地址正确[；日志位于 {log}]。',
  },
  'database-role-bypasses-walls': {
    what: '租户之间的隔离对角色 {role} 不起作用：{reason}。',
    fix: '请使用迁移所准备的应用角色连接。',
  },
  'database-role-missing': {
    what: '角色 {role} 不存在，或未授予执行迁移的角色。',
    fix: '请创建或授予该角色，然后重新迁移。',
  },
  'database-version-unsupported': {
    what: 'PostgreSQL {version} 版本过低。',
    fix: '请使用 PostgreSQL {oldest} 或更高版本。',
  },
  'database-schema-newer': {
    what: '数据库处于第 {found} 号迁移，本程序只认识到第 {known} 号。',
    fix: '请启动较新的程序。',
  },
  'database-not-migrated': {
    what: '数据库处于第 {found} 号迁移，本程序需要第 {needed} 号。',
    fix: '请设置 MIGRATION_DATABASE_URL 并运行“openrebate migrate”。',
  },
};
