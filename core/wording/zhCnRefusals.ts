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
    what: '有两个条款的 id 都是“{id}”。',
    fix: '请为每个条款使用不同的 id。',
  },
  'agreement-validity-empty': {
    what: '有效期的结束早于开始。',
    fix: '最后一天不得早于第一天。',
  },
  'agreement-currency-unknown': {
    what: '“{value}”不是系统认识的币种。',
    fix: '请使用 ISO 4217 三字母代码，例如 CNY、USD、EUR。',
  },
  'agreement-tiers-not-rising': {
    what: '该档位的门槛不高于前一档。',
    fix: '请按门槛由低到高排列档位，且逐档递增。',
  },
  'agreement-tier-pay-mixed': {
    what: '各档位没有统一使用同一种返利方式，或某档没有恰好写明一种。',
    fix: '请在所有档位统一填写“percent”“perUnit”或“amount”中的一种。',
  },
  'agreement-formula-pay-mismatch': {
    what: '公式“{formula}”不能按{pays}返利。',
    fix: '请改用其他公式，或更改档位的返利方式。',
  },
  'agreement-pay-measure-mismatch': {
    what: '档位按{pays}返利时，计返计量必须是{needed}。',
    fix: '请更改计返计量，或更改返利方式。',
  },
  'agreement-marginal-measures-differ': {
    what: '分段返利的达标计量与计返计量必须相同，现在两者不同。',
    fix: '请把两者写成同一个计量。',
  },
  'agreement-windows-differ': {
    what: '达标期间与计返期间不同。',
    fix: '请使用相同的期间。',
  },
  'agreement-reaching-unit-missing': {
    what: '按数量分段的档位表没有说明达到门槛的那一个单位按哪一档计返。',
    fix: '请填写“reachingUnit”：“oldRate”（原档）或“newRate”（新档）。',
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
    what: '只有增长返利才有基期。',
    fix: '请去掉“baseline”，或改用公式“growthWhole”。',
  },
  'agreement-baseline-tier-unknown': {
    what: '基期所指的档位在档位表中不存在。',
    fix: '请填写档位表中的某一档，从 1 起数。',
  },
  'agreement-text-changed': {
    what: '协议 {id} 已有不同的文本（第 {version} 版）。',
    fix: '若新文本要同时取代过去和将来的条款，请登记为新版本。',
  },
  'agreement-not-found': {
    what: '没有协议 {id}。',
    fix: '请核对编号；若查看的是以前的日期，当时可能尚未登记。',
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
    what: '{field} 中的文本已损坏或含有控制字符。',
    fix: '请以 UTF-8 保存文件，并去掉控制字符。',
  },
  'line-code-too-long': {
    what: '{field} 中的代码超过 200 个字符。',
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
    what: '{field} 中的数字在小数点前超过一百位。',
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
  'line-columns-mismatch': {
    what: '该行有 {found} 个字段，表头有 {expected} 个。',
    fix: '请检查该行是否缺少或多出分隔符或引号。',
  },
  'line-lookup-missing': {
    what: '在 {file} 中找不到 {key}。',
    fix: '请在 {file} 中补上该行，或更正明细中的值。',
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
  'file-not-found': {
    what: '没有文件 {file}。',
    fix: '请核对路径。',
  },
  'file-not-readable': {
    what: '文件 {file} 无法读取（{reason}）。',
    fix: '请确认它是文件、有读取权限，且压缩格式正确。',
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
    what: '主数据无效：{reason}。',
    fix: '请更正后重新导入；本次未保留任何内容。',
  },
  'master-version-repeated': {
    what: '“{code}”在同一天出现了两次（首次：{first}）。',
    fix: '请去掉其中一个，或填写不同的“validFrom”。',
  },
  'booked-invalid': {
    what: '已入账金额无效：{reason}。',
    fix: '请更正所指的位置。',
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
    fix: '请询问为何遗漏；如该行是后来才知晓的，请将其去掉。',
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
    what: '批次“{key}”已提交过，但内容不同。',
    fix: '新的提交请使用新的键。',
  },
  'known-day-backwards': {
    what: '系统已有 {last} 的知悉记录，{day} 早于该日。',
    fix: '请登记在 {last} 或之后：某日已知悉的内容不再改变。',
  },
  'argument-invalid': {
    what: '“{value}”不是有效的 {argument}。',
    fix: '应为：{expected}。',
  },
  'earning-not-found': {
    what: '没有返利记录 {id}。',
    fix: '请使用返利列表中的编号。',
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
  'method-not-allowed': {
    what: '该地址不接受 {method} 请求。',
    fix: '请使用 GET：目前接口只提供读取。',
  },
  'host-not-allowed': {
    what: '服务器不以此名称应答。',
    fix: '请使用启动时显示的地址，或设置 PUBLIC_URL。',
  },
  'database-not-answering': {
    what: '数据库没有响应。',
    fix: '数据没有丢失。请稍后重试；如持续如此，请检查数据库是否在运行。',
  },
  'configuration-invalid': {
    what: '“{value}”不是 {variable} 的有效值。',
    fix: '应为：{expected}。',
  },
  'configuration-incomplete': {
    what: '设置了 {variable}，却没有设置 {needed}。',
    fix: '请把两者设为同一服务器上的同一数据库，或都不设置。',
  },
  'configuration-host-not-loopback': {
    what: '服务器不在“{value}”上监听：目前尚无登录功能，只允许本机访问。',
    fix: '请使用 127.0.0.1、::1 或 localhost。',
  },
  'state-folder-not-usable': {
    what: '用户 {user} 无法使用文件夹 {folder}：{reason}（{detail}）。',
    fix: '请更正其所有者或权限，或用 OPENREBATE_HOME 指定其他文件夹。',
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
