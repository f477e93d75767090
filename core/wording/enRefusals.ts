import type { RefusalTexts } from './catalogue.ts';

/** Every "no" in English: what is wrong, and what to do. */
export const enRefusals: RefusalTexts = {
  'agreement-field-missing': {
    what: 'The field “{field}” is missing.',
    fix: 'Add the field. Nothing that can change money is assumed.',
  },
  'agreement-field-unknown': {
    what: 'There is no field “{field}”.',
    fix: 'Correct its spelling, or begin the name of a field of your own with “x-”.',
  },
  'agreement-field-type': {
    what: 'The value has the wrong kind.',
    fix: 'Write {expected}.',
  },
  'agreement-value-not-allowed': {
    what: '“{value}” is not allowed.',
    fix: 'Use: {allowed}.',
  },
  'agreement-list-empty': {
    what: 'The list is empty.',
    fix: 'Name at least one entry.',
  },
  'agreement-id-repeated': {
    what: 'The id “{id}” stands twice.',
    fix: 'Give each an id of its own.',
  },
  'agreement-validity-empty': {
    what: 'The validity ends before it begins.',
    fix: 'Set the last day to the first day or later.',
  },
  'agreement-currency-unknown': {
    what: '“{value}” is not a currency that we know.',
    fix: 'Use the three letters of ISO 4217, such as EUR, USD or CNY.',
  },
  'agreement-company-unknown': {
    what: 'Company {company} is neither the settling nor a trading one of the agreement.',
    fix: 'Name the settling company or one of the trading companies.',
  },
  'agreement-company-tax-inclusive': {
    what: 'Amounts that are stated with tax cannot be borne by several companies of ours.',
    fix: 'State the amounts net, or make an agreement for each company.',
  },
  'agreement-tiers-not-rising': {
    what: 'The tier does not begin above the one before it.',
    fix: 'Order the tiers by their lower bounds, each higher than the last.',
  },
  'agreement-tier-pay-mixed': {
    what: 'The tier does not name exactly one kind of pay.',
    fix: 'Give it one of “percent”, “perUnit”, “amount”, “free” and “parts”; each part one of the first three.',
  },
  'agreement-formula-pay-mismatch': {
    what: 'The formula {formula} cannot pay {pays}.',
    fix: 'Choose another formula, or another kind of pay in the tiers.',
  },
  'agreement-pay-measure-mismatch': {
    what: 'Tiers that pay {pays} need {needed} as payout measure.',
    fix: 'Change the payout measure, or the kind of pay.',
  },
  'agreement-reaching-unit-missing': {
    what: 'The table is marginal and in units, and does not say at which rate the unit is paid that reaches a threshold.',
    fix: 'Add “reachingUnit”: “oldRate” or “newRate”, or “notWhole” for units that are divided.',
  },
  'agreement-reaching-unit-refused': {
    what: 'There is no single unit that reaches the thresholds of this table.',
    fix: 'Leave out “reachingUnit”; for “newRate”, use “atLeast” and whole thresholds in a marginal table of units.',
  },
  'agreement-baseline-missing': {
    what: 'The growth formula has no baseline.',
    fix: 'Add “baseline”: what growth is measured against.',
  },
  'agreement-baseline-refused': {
    what: 'The formula compares with nothing, and has a baseline.',
    fix: 'Leave out “baseline”, or use a formula of growth or “aboveBase”.',
  },
  'agreement-baseline-tier-unknown': {
    what: 'The baseline names a tier that the table does not have.',
    fix: 'Name one of the tiers, counted from 1.',
  },
  'agreement-part-unknown': {
    what: 'The tier names the part “{part}”, and the payout has the parts {parts}.',
    fix: 'Name each part of the payout at most once, under “parts”.',
  },
  'agreement-measures-differ': {
    what: 'The formula {formula} pays on the very number that it is tiered by, and here the two differ.',
    fix: 'Let the same measure, lines and caps hold for qualifier and payout, or choose another formula.',
  },
  'agreement-step-valuation-missing': {
    what: 'The table is marginal and pays on something else than it is tiered by, and does not say how a step is valued.',
    fix: 'Add “stepValuation”: “average” or “sequence”.',
  },
  'agreement-step-valuation-refused': {
    what: 'Nothing is left open that “stepValuation” would decide, or its lines cannot be put in sequence.',
    fix: 'Leave it out, or use it in a marginal table whose payout differs from its qualifier, both plain sums.',
  },
  'agreement-baseline-policy-refused': {
    what: 'The formula {formula} pays on growth itself, where {policy} has no meaning.',
    fix: 'Choose another policy, or another formula.',
  },
  'agreement-like-for-like-refused': {
    what: 'Like for like compares products line by line, and this term has no such lines.',
    fix: 'Set “likeForLike” to “no”, or use plain measures and a baseline of lines.',
  },
  'agreement-default-tier-missing': {
    what: 'The formula counts on a default tier, and none is named.',
    fix: 'Add “defaultTier”, from 1 to {tiers}.',
  },
  'agreement-default-tier-refused': {
    what: 'The default tier is not one of the {tiers} tiers, or the formula has none.',
    fix: 'Name a tier of the table, and only with the formula “defaultTier”.',
  },
  'agreement-measure-cap-missing': {
    what: 'The formula caps the measure of each tier, and this tier has no cap.',
    fix: 'Add “measureCap” to the tier.',
  },
  'agreement-measure-cap-refused': {
    what: 'Only the formula “cappedMeasure” has a cap of the measure in its tiers.',
    fix: 'Leave out “measureCap”, or change the formula.',
  },
  'agreement-one-tier-needed': {
    what: 'The formula {formula} has exactly one tier.',
    fix: 'Keep one tier, or choose another formula.',
  },
  'agreement-share-missing': {
    what: 'The formula “mixShare” finds its tier by a share, and the qualifier is none.',
    fix: 'Write the qualifier as { "of": "share", "part": …, "whole": … }.',
  },
  'agreement-share-refused': {
    what: 'A share finds a tier only with the formula “mixShare”, not with {formula}.',
    fix: 'Use the formula “mixShare”, or put the share into “gates”.',
  },
  'agreement-share-kinds-differ': {
    what: 'A share compares like with like, and here {part} is held against {whole}.',
    fix: 'Measure both in money, or both in the same unit.',
  },
  'agreement-windows-not-nested': {
    what: 'A window of {inner} does not lie in one window of {outer}.',
    fix: 'Choose a longer window that holds the payout windows whole.',
  },
  'agreement-cumulation-refused': {
    what: 'The windows cannot be cumulated or cut in this way.',
    fix: 'Cumulative windows need “toDate”; cutting by months needs windows of months.',
  },
  'agreement-targets-count': {
    what: 'Targets of their own need one percent for each of the {needed} windows of a year, and {given} are given.',
    fix: 'Give {needed} percents, for windows of months.',
  },
  'agreement-calendar-gap': {
    what: 'The calendar has no year for {day}, which the agreement covers.',
    fix: 'List every year of the calendar that the validity touches.',
  },
  'agreement-calendar-year-misplaced': {
    what: 'The year of the calendar from {day} on does not start where the one before it ends.',
    fix: 'List the years in order, each from the day after the last week of the year before.',
  },
  'agreement-gate-need-too-many': {
    what: 'More conditions are needed than the {tests} that there are.',
    fix: 'Lower “need”, or add conditions.',
  },
  'agreement-limit-repeated': {
    what: 'There is another limit of the same kind and scope.',
    fix: 'Keep one of them.',
  },
  'agreement-limit-group-missing': {
    what: 'A limit by group needs a group, and the term has none.',
    fix: 'Describe the group, or give the limit another scope.',
  },
  'agreement-limit-parts-refused': {
    what: 'This limit needs one measure that is a plain sum of lines.',
    fix: 'Use a single measure by quantity or value, or limit the amount.',
  },
  'agreement-exclusive-alone': {
    what: 'No other term is in the exclusive set “{set}”.',
    fix: 'Give another term the same set, or write “none”.',
  },
  'agreement-exclusive-refused': {
    what: 'The term is in the exclusive set “{set}”, but would be paid although it loses its lines: its amount does not hang on them.',
    fix: 'For amounts in the tiers let the loser lose its qualifier; leave fixed amounts, guarantees and floors that always hold out of the set.',
  },
  'agreement-exclusive-differs': {
    what: 'The terms of the exclusive set “{set}” choose differently, share a rank, or have different windows.',
    fix: 'Use one choice and one payout window throughout, and a rank for each.',
  },
  'agreement-netting-unknown': {
    what: 'There is no term “{term}” to be net of.',
    fix: 'Name a term of this agreement.',
  },
  'agreement-netting-cycle': {
    what: 'The terms are net of each other in a circle: {cycle}.',
    fix: 'Take one of them out.',
  },
  'agreement-netting-not-value': {
    what: 'Money comes off money, and this term measures something else.',
    fix: 'Use a value as payout (and as qualifier, where it is lowered, too).',
  },
  'agreement-shared-cap-unknown': {
    what: 'There is no term “{term}” to share a cap, or it is named twice.',
    fix: 'Name terms of this agreement, each once.',
  },
  'agreement-shared-cap-windows-differ': {
    what: 'Terms that share a cap pay in the same windows, and these do not.',
    fix: 'Give them the same payout window.',
  },
  'agreement-supplement-outside': {
    what: 'The supplement does not begin within the validity, after its first day.',
    fix: 'Choose a later day of the validity.',
  },
  'agreement-supplement-order': {
    what: 'The supplement does not begin after the one before it.',
    fix: 'List supplements in order of their days, each on a day of its own.',
  },
  'agreement-termination-outside': {
    what: 'The last day of the termination does not lie within the validity, before its end.',
    fix: 'Name an earlier day of the validity, or “none”.',
  },
  'agreement-side-mismatch': {
    what: 'A {direction} does not count a {side}.',
    fix: 'Count sales or sell-through sales in customer rebates and purchases in supplier rebates; “neither” may count all of them.',
  },
  'agreement-settlement-mismatch': {
    what: '“{value}” does not fit a {direction}.',
    fix: 'Customer rebates are claimed by partners and paid by credit note, supplier rebates claimed by us by debit note.',
  },
  'agreement-accrual-probabilities': {
    what: 'The probabilities of the scenarios do not add up to 100 percent.',
    fix: 'Name every way in which a window may end; together they are certain.',
  },
  'agreement-accrual-forecast-refused': {
    what: 'No volume can be expected of term “{term}”.',
    fix: 'Name a term of the agreement whose qualifier is a volume, not a share.',
  },
  'agreement-accrual-rate-refused': {
    what: 'Term “{term}” cannot be accrued at a rate.',
    fix: 'A rate needs payouts that are values, and windows that pay on their own lines; or accrue by the tier.',
  },
  'agreement-apportionment-refused': {
    what: 'Lines cannot be given their part in this way under this term.',
    fix: '“sequence” needs a step valuation in sequence; groups neither round by line nor pay in sequence.',
  },
  'agreement-entry-repeated': {
    what: '“{value}” is named twice.',
    fix: 'Name it once.',
  },
  'agreement-qualifier-not-value': {
    what: 'The formula {formula} weighs units by money, and the qualifier is none.',
    fix: 'Use a value as qualifier.',
  },
  'agreement-windows-too-many': {
    what: 'The validity is cut into more than {max} windows.',
    fix: 'Shorten the validity, or choose longer payout windows.',
  },
  'agreement-fields-clash': {
    what: '“{field}” and “{other}” contradict each other: together they give no one amount.',
    fix: 'Change one of the two.',
  },
  'agreement-text-changed': {
    what: 'Agreement {id} is known with another text (version {version}).',
    fix: 'If the new text shall replace it for past and future, record it as a new version.',
  },
  'report-agreement-missing': {
    what: 'This report is made of one agreement at a time.',
    fix: 'Choose an agreement: what it has earned is then spread over its lines.',
  },
  'report-filter-not-taken': {
    what: 'This report cannot be narrowed by {filter}.',
    fix: 'Leave {filter} out, or ask another report.',
  },
  'agreement-not-found': {
    what: 'There is no agreement {id}.',
    fix: 'Check the id; from another day, it may not have been known yet.',
  },
  'agreement-id-taken': {
    what: 'There is an agreement “{id}” already.',
    fix: 'Choose another id, or amend that agreement.',
  },
  'agreement-not-approved': {
    what: 'The agreement has no approved text yet; it is {state}.',
    fix: 'Have its draft approved first.',
  },
  'agreement-over': {
    what: 'The agreement is {state}: nothing new can begin in it.',
    fix: 'Correct it by a new version, renew it where it expired, or clone it.',
  },
  'agreement-path-unknown': {
    what: 'The text has no place “{path}”.',
    fix: 'Write it as in terms[volume].tiers.rows[0].percent.',
  },
  'agreement-term-unknown': {
    what: 'The agreement has no term “{term}”.',
    fix: 'Name one of its terms.',
  },
  'agreement-version-not-found': {
    what: 'There is no “{version}” of agreement “{id}”.',
    fix: 'Name one that its history lists: a version by its number, or proposal:revision.',
  },
  'renewal-period-needed': {
    what: 'What follows the period from {from} to {until} cannot be told: it is neither whole months nor listed years of weeks.',
    fix: 'Give the first and the last day of the new period.',
  },
  'draft-too-large': {
    what: 'The draft has {bytes} bytes; {limit} are allowed.',
    fix: 'Leave out what does not belong into an agreement; attach it as a document.',
  },
  'proposal-not-found': {
    what: 'There is no proposal “{id}”.',
    fix: 'List the proposals of the agreement.',
  },
  'proposal-not-in-review': {
    what: 'The proposal is not in review; it is {state}.',
    fix: 'Submit it first.',
  },
  'proposal-frozen': {
    what: 'The proposal is in review: its text is frozen.',
    fix: 'Recall it to go on writing; approvals given so far are then void.',
  },
  'proposal-closed': {
    what: 'The proposal is closed; it is {state}.',
    fix: 'Begin a new proposal.',
  },
  'proposal-stale': {
    what: 'The proposal has changed meanwhile: it stands at {now}, not at {expected}.',
    fix: 'Read it again, then repeat the step on what it says now.',
  },
  'proposal-base-stale': {
    what: 'The proposal is based on version {base}, but version {current} is in force.',
    fix: 'Look at what has changed, then save the draft again on the version in force.',
  },
  'proposal-id-differs': {
    what: 'The text says that it is of “{id}”, but the proposal is of “{code}”.',
    fix: 'Keep the id: it never changes. Clone the agreement to have another one.',
  },
  'proposal-outside-kind': {
    what: 'The text changes more than {proposalKind} may: {paths}.',
    fix: 'Take that back, or propose a new version.',
  },
  'proposal-not-capped': {
    what: 'Nothing in the agreement limits what it pays, so that it has no capped value.',
    fix: 'Name the expected value, or add a cap for the whole programme.',
  },
  'person-needed': {
    what: 'Only a person may do this, not {actorKind}.',
    fix: 'Use the key of a person.',
  },
  'approver-is-author': {
    what: 'An author of the text cannot approve it.',
    fix: 'Let somebody else approve it.',
  },
  'approver-repeated': {
    what: 'This person has approved another level already.',
    fix: 'Let another person approve this level.',
  },
  'approver-not-named': {
    what: 'The level “{level}” names other persons.',
    fix: 'Let one of the persons named approve it.',
  },
  'approval-required': {
    what: 'Agreements are approved here: a text is not recorded without approval.',
    fix: 'Draft and submit it; then let others approve it.',
  },
  'approval-level-unknown': {
    what: 'There is no level “{level}”.',
    fix: 'Name one of the levels of these rules.',
  },
  'approval-rules-gap': {
    what: 'No rule applies to every agreement, so that one could need no approval at all.',
    fix: 'Add a rule whose four tests are “any”.',
  },
  'approval-rules-not-found': {
    what: 'There are no approval rules of version {version}.',
    fix: 'Name a version that was proposed.',
  },
  'approval-rules-stale': {
    what: 'Version {version} of the approval rules is confirmed, or a later one was proposed.',
    fix: 'Confirm the version that was proposed last.',
  },
  'reason-missing': {
    what: 'No reason is given.',
    fix: 'Say why, so that it can be read later.',
  },
  'comment-invalid': {
    what: 'A comment has 1 to {limit} characters, and no control characters.',
    fix: 'Shorten it, or attach a document.',
  },
  'document-empty': {
    what: 'The file is empty.',
    fix: 'Choose the right file.',
  },
  'document-too-large': {
    what: 'The file has {bytes} bytes; {limit} are allowed.',
    fix: 'Make it smaller, or attach only the pages that matter.',
  },
  'document-type-not-allowed': {
    what: 'By its content the file is {type}, which is not attached.',
    fix: 'Attach one of: {allowed}.',
  },
  'document-not-found': {
    what: 'There is no document “{id}”.',
    fix: 'List the documents of the agreement.',
  },
  'documents-too-many': {
    what: 'The agreement has {limit} documents already.',
    fix: 'Attach what belongs together as one document.',
  },
  'line-field-missing': {
    what: 'The field {field}[ (column “{column}”)] is empty or missing.',
    fix: 'Fill it in the source and deliver the row again.',
  },
  'line-field-unknown': {
    what: 'A line has no field “{field}”.',
    fix: 'Correct the name, or begin it with “attribute.” or “discount.”.',
  },
  'line-text-invalid': {
    what: 'The text “{value}” in {field} is damaged or holds a control character.',
    fix: 'Save the file as UTF-8, without control characters.',
  },
  'line-code-too-long': {
    what: 'The code “{value}” in {field} is longer than 200 characters.',
    fix: 'Look for a text that slipped into the wrong column; a code is short.',
  },
  'line-decimal-invalid': {
    what: '“{value}” in {field} is not a decimal number.',
    fix: 'Write digits with a point, such as -1234.50: no grouping, no exponent.',
  },
  'line-scale-beyond-nine': {
    what: '“{value}” in {field} has more than nine places after the point.',
    fix: 'Deliver the number as your system keeps it, with nine places at most.',
  },
  'line-digits-beyond-hundred': {
    what: 'The number {value} in {field} has more than a hundred digits before the point.',
    fix: 'Look for a text that slipped into the wrong column.',
  },
  'line-discount-invalid': {
    what: '“{value}” in {field} is no discount.',
    fix: 'Write “5%” (0 to 100), “12.50” for money off the line, or “=9.99” for the price of a unit.',
  },
  'line-date-invalid': {
    what: '“{value}” in {field} is not a day.',
    fix: 'Write it as YYYY-MM-DD.',
  },
  'line-value-not-allowed': {
    what: '“{value}” is not allowed in {field}.',
    fix: 'Use one of: {allowed}.',
  },
  'line-currency-unknown': {
    what: '“{value}” is not a currency that we know.',
    fix: 'Use the three letters of ISO 4217, such as EUR, USD or CNY.',
  },
  'line-return-reference-incomplete': {
    what: 'The return names only half of the line that it takes back: {field} is missing.',
    fix: 'Give both the document and the line of the original.',
  },
  'line-correction-incomplete': {
    what: 'The correction names only half of the line that it corrects: {field} is missing.',
    fix: 'Give both the document and the line that it corrects.',
  },
  'line-correction-of-itself': {
    what: 'Line {line} of document {document} says that it corrects itself.',
    fix: 'To correct a line under its own number, send it again without naming one; otherwise name the line of the other document.',
  },
  'line-correction-unknown': {
    what: 'It corrects line {line} of document {document}, which is not known.',
    fix: 'Nothing needs to be done if that line is still to come: this one comes in with it. Otherwise correct the number.',
  },
  'line-corrected': {
    what: 'Line {line} of document {document} does not count any more: line {byLine} of document {byDocument} stands in its place.',
    fix: 'Ask for that line.',
  },
  'line-total-invalid': {
    what: 'The total needs the last day of its period as a date, and cannot have {field}.',
    fix: 'Give a date that is not before “takenOverFrom”; leave out prices, discounts and what is taken back, or load the lines themselves.',
  },
  'line-total-elsewhere': {
    what: 'The row is a total of a time before. Among lines it would count twice.',
    fix: 'Load it as history of a cut-over, which sees to it that no line of that time is there, too.',
  },
  'line-columns-mismatch': {
    what: 'The row has {found} {found|field|fields}, the header has {expected}.',
    fix: 'Look for a missing or surplus separator or quote in the row.',
  },
  'line-lookup-missing': {
    what: 'Nothing is found in {file} for {key}.',
    fix: 'Add that row to {file}, or correct the value in the line.',
  },
  'line-number-unread': {
    what: '“{value}” is no number as its column is written: {expected}.',
    fix: 'Write it as the others are, or correct how the column is read.',
  },
  'line-date-unread': {
    what: '“{value}” is no day as its column is written: {expected}.',
    fix: 'Write it as the others are, or correct how the column is read.',
  },
  'line-cell-error': {
    what: 'The cell “{column}” holds the error {value} instead of a value.',
    fix: 'Mend the formula in the spreadsheet and save it.',
  },
  'line-discount-repeated': {
    what: 'The row has {field} more than once.',
    fix: 'Give each discount a code of its own, in the file or in the source description.',
  },
  'line-company-unknown': {
    what: 'Company “{value}” is none of ours.',
    fix: 'Correct the company, or have it set up, then import the lines again.',
  },
  'line-partner-unknown': {
    what: 'Partner “{value}” is not in the master data.',
    fix: 'Import the partner, then the lines again.',
  },
  'line-product-unknown': {
    what: 'Product “{value}” is not in the master data.',
    fix: 'Import the product, then the lines again.',
  },
  'line-identity-repeated': {
    what: 'Document {document}, line {line} stands in the file more than once, with different content.',
    fix: 'Deliver each line once; a correction comes in a later file.',
  },
  'line-document-cut': {
    what: 'Document {document} came without {missing} {missing|line|lines} known of it, and says nothing new: it was cut.',
    fix: 'Send the document whole in one file, or, if lines were taken off it, import the file with whole documents; dismiss the rows if they say nothing that is needed.',
  },
  'line-document-differs': {
    what: 'Document {document} came without {missing} {missing|line|lines} known of it and with {fresh} that {fresh|is|are} new: it was cut or corrected.',
    fix: 'Send the document whole in one file, or, if it was corrected, import the file with whole documents.',
  },
  'file-not-found': {
    what: 'There is no file {file}.',
    fix: 'Check the path.',
  },
  'file-not-readable': {
    what: 'The file {file} cannot be read ({reason}).',
    fix: 'Check that it is a file, that it may be read, and that it is packed correctly.',
  },
  'file-not-writable': {
    what: 'The file {file} cannot be written: {reason}.',
    fix: 'Name a file in a folder that exists and may be written.',
  },
  'file-exists': {
    what: '{file} is there already.',
    fix: 'Name another file: what is there is never written over.',
  },
  'file-too-large': {
    what: 'The file {file} is larger than {limit} bytes.',
    fix: 'Split it into smaller files.',
  },
  'file-text-invalid': {
    what: 'The text[ of {file}][ in column “{column}”] is not UTF-8.',
    fix: 'Save the file as UTF-8.',
  },
  'file-quotes-broken': {
    what: 'The quotes in {file} do not match.',
    fix: 'Close every quote; write a quote inside a field twice.',
  },
  'file-row-too-large': {
    what: 'A row of {file} is larger than {limit} bytes.',
    fix: 'Look for a quote that is never closed.',
  },
  'file-syntax-invalid': {
    what: 'The file {file} cannot be understood: {reason}.',
    fix: 'Correct the place that is named.',
  },
  'file-key-repeated': {
    what: 'The field “{key}” stands twice in the same object.',
    fix: 'Leave one of them out.',
  },
  'file-header-missing': {
    what: 'The file {file} has no header.',
    fix: 'Name the columns in the first row.',
  },
  'file-column-missing': {
    what: 'The file {file} has no column “{column}”.',
    fix: 'Add the column or correct the name. The file has: {columns}.',
  },
  'file-column-repeated': {
    what: 'The column “{column}” stands twice in {file}.',
    fix: 'Give every column a name of its own.',
  },
  'file-column-unknown': {
    what: 'The column “{column}” of {file} is not a field of a line.',
    fix: 'Rename it, begin it with “attribute.”, or describe the file by a source. Fields: {allowed}.',
  },
  'file-format-unknown': {
    what: '“{file}” is none of the files that can be read here: {found}.',
    fix: 'Save it as CSV, as a workbook (.xlsx) or as JSON.',
  },
  'file-unpacks-too-far': {
    what: '“{file}” unpacks to more than {limit} times its size, as no table of trade does.',
    fix: 'Send the file unpacked, or in parts.',
  },
  'file-archive-invalid': {
    what: '“{file}” is damaged, or no workbook: {reason}.',
    fix: 'Open it in a spreadsheet program and save it anew.',
  },
  'file-archive-too-many': {
    what: '“{file}” holds {found} parts; up to {limit} are allowed.',
    fix: 'Save the sheet alone as a new workbook.',
  },
  'file-part-too-large': {
    what: 'In “{file}” the part {part} is larger than {limit} bytes.',
    fix: 'Save the sheet alone as a new workbook, or as CSV.',
  },
  'file-xml-invalid': {
    what: 'In “{file}” the part {part} is damaged, or not what a spreadsheet writes: {reason}.',
    fix: 'Open it in a spreadsheet program and save it anew.',
  },
  'file-nesting-too-deep': {
    what: 'In “{file}” more than {limit} objects and lists stand inside each other.',
    fix: 'Send a list of plain objects, one for each row.',
  },
  'file-columns-too-many': {
    what: '“{file}” has {found} columns; up to {limit} are read.',
    fix: 'Leave only the columns that are needed.',
  },
  'file-encoding-ambiguous': {
    what: '“{file}” is no UTF-8, and its encoding is not certain: {readings}.',
    fix: 'Say it in the description, under “reading” the “encoding”, or save the file as UTF-8.',
  },
  'file-delimiter-ambiguous': {
    what: 'The columns of “{file}” could be separated in several ways: {readings}.',
    fix: 'Say it in the description, under “reading” the “delimiter”.',
  },
  'file-sheet-ambiguous': {
    what: '“{file}” has several sheets: {sheets}.',
    fix: 'Say which one in the description, under “reading” the “sheet”.',
  },
  'file-sheet-missing': {
    what: '“{file}” has no sheet “{sheet}” to be read; it has: {sheets}.',
    fix: 'Correct the name in the description; a hidden sheet has to be named.',
  },
  'file-sheet-differs': {
    what: 'The sheet “{sheet}” of “{file}” goes on with a table, but has not its columns: {columns}.',
    fix: 'Give it the same first row, or import each sheet by a description that names it.',
  },
  'file-path-ambiguous': {
    what: '“{file}” holds several lists: {paths}.',
    fix: 'Say which one in the description, under “reading” the “path”.',
  },
  'file-path-missing': {
    what: '“{file}” has no objects at “{path}”.',
    fix: 'Correct the path in the description, or leave it out: it is then found where there is one.',
  },
  'file-number-ambiguous': {
    what: 'The numbers of the column “{column}” in “{file}” can be read in two ways: “{example}” is {readings}.',
    fix: 'Say it in the description: under “reading”, “columns”, the “number” of “{column}”. It is asked once.',
  },
  'file-number-contradictory': {
    what: 'No one way of writing numbers fits the whole column “{column}” in “{file}”: {examples}.',
    fix: 'Say which one holds in the description, “reading”; rows written otherwise are then quarantined.',
  },
  'file-date-ambiguous': {
    what: 'The days of the column “{column}” in “{file}” can be read in several ways: “{example}” is {readings}.',
    fix: 'Say it in the description: under “reading”, “columns”, the “date” of “{column}”. It is asked once.',
  },
  'file-date-contradictory': {
    what: 'No one way of writing days fits the whole column “{column}” in “{file}”: {examples}.',
    fix: 'Say which one holds in the description, “reading”; rows written otherwise are then quarantined.',
  },
  'history-empty': {
    what: 'The folder {folder} holds no file of a history.',
    fix: 'Put lines.csv, claims.csv or others there: docs/reference/trust-history.md.',
  },
  'history-field-invalid': {
    what: '{file}, row {row}, column “{column}”: “{value}” cannot be read.',
    fix: 'What would be right: {expected}.',
  },
  'file-lookup-missing': {
    what: 'The file {file} of the lookup “{lookup}” is not there.',
    fix: 'Put it beside the file of lines, or name its folder.',
  },
  'file-lookup-repeated': {
    what: 'The lookup “{lookup}” finds two rows of {file} for {key}.',
    fix: 'Leave one of the rows out, or look up by more columns.',
  },
  'source-invalid': {
    what: 'The source description is not valid: {reason}.',
    fix: 'Correct the place that is named.',
  },
  'master-invalid': {
    what: 'The master data is not valid[, “{value}”]: {reason}.',
    fix: 'Correct that place and send it again.',
  },
  'master-version-repeated': {
    what: '“{code}” stands there twice for the same day (first: {first}).',
    fix: 'Leave one of them out, or give it another “validFrom”.',
  },
  'master-in-use': {
    what: 'Without import {id} nobody would know {code} ({kind}), and {lines} lines name it.',
    fix: 'Undo the import of the lines first, or bring in another file that says what holds instead.',
  },
  'attribute-days-reversed': {
    what: 'It would hold from {from} until {until}, which is before.',
    fix: 'Give a last day that is not before the first one, or none.',
  },
  'booked-invalid': {
    what: 'The booked amounts are not valid: {reason}.',
    fix: 'Correct the place that is named.',
  },
  'adjustments-invalid': {
    what: 'The adjustments are not valid: {reason}.',
    fix: 'Correct the place that is named, or export them anew.',
  },
  'adjustment-not-found': {
    what: 'There is no adjustment {id}.',
    fix: '“adjustments list” shows those there are.',
  },
  'adjustment-parts-missing': {
    what: 'The adjustment has no part.',
    fix: 'Give at least one part: the first day of its window, the day it counts from, and an amount.',
  },
  'adjustment-place-unknown': {
    what: 'The term “{term}” has no window that begins on {firstDay}.',
    fix: 'Name a term of the agreement and the first day of one of its payout windows; of this term the first ones begin on {windows}.',
  },
  'adjustment-amount-invalid': {
    what: '{amount} is no amount of an adjustment in {currency}.',
    fix: 'Give an amount that is not zero and has no parts smaller than the currency has.',
  },
  'adjustment-expiry-invalid': {
    what: 'The adjustment cannot expire on {day}.',
    fix: 'Only amounts above zero expire, and not before the day they count from.',
  },
  'adjustment-decided': {
    what: 'Somebody has decided on the adjustment {id} already.',
    fix: 'Propose another one, or reverse an approved one.',
  },
  'adjustment-not-approved': {
    what: 'The adjustment {id} is not approved, so there is nothing to reverse.',
    fix: 'Reject it instead.',
  },
  'adjustment-withdrawn': {
    what: 'The adjustment {id} is reversed already, or reverses one itself.',
    fix: 'Propose another adjustment.',
  },
  'adjustment-expired': {
    what: 'The adjustment {id} had its last day on {day}: what was on no document has lapsed.',
    fix: 'Propose another adjustment for what is to be changed.',
  },
  'agreement-term-adjusted': {
    what: '{amount} {currency} were approved for {partner} beside the term “{term}”, and this text has neither that term nor that currency for them.',
    fix: 'Keep the term and the currency, or reverse the adjustments first.',
  },
  'document-setting-not-found': {
    what: 'There is no change {id} of document settings.',
    fix: 'Look for it among those that wait.',
  },
  'document-setting-decided': {
    what: 'Somebody has decided on the change {id} of document settings already.',
    fix: 'Say it once more, if it is still wanted.',
  },
  'document-setting-waits': {
    what: 'Another change of this setting waits for a second person: {id}.',
    fix: 'Have it approved or rejected first.',
  },
  'settlement-not-found': {
    what: 'There is no settlement “{id}”.',
    fix: 'List the settlements.',
  },
  'settlement-day-ahead': {
    what: 'Nothing is settled for a day that has not come.',
    fix: 'Give today or an earlier day, or leave the day out.',
  },
  'settlement-waiver-unknown': {
    what: 'The waiver names “{term}” of “{agreement}”, which is not among what is settled.',
    fix: 'Name a term of an agreement that this settlement looks at.',
  },
  'settlement-series-missing': {
    what: 'The company “{company}” has no series of numbers for the document “{documentKind}”.',
    fix: 'Set the series once: its name, and whether the numbers are given here or elsewhere.',
  },
  'settlement-party-missing': {
    what: 'The company “{company}” has not said how it stands on documents.',
    fix: 'Set its name, address, country and tax number once.',
  },
  'settlement-number-invalid': {
    what: '“{value}” is no number of a document.',
    fix: 'Give {allowed} printable characters.',
  },
  'settlement-number-taken': {
    what: 'The company has issued a document with the number “{number}” already.',
    fix: 'Give the number that the other system has for this one.',
  },
  'settlement-cancelled-already': {
    what: 'The settlement is being reversed already, or reverses another one.',
    fix: 'Look at the settlement that cancels it.',
  },
  'advance-not-ours': {
    what: 'Nothing is paid ahead on the agreement “{id}”: it is a supplier who owes by it.',
    fix: 'Name an agreement by which we pay.',
  },
  'advance-place-unknown': {
    what: 'The term “{term}” of the agreement “{id}” has no window that today is in.',
    fix: 'Name a term whose window is open today.',
  },
  'advance-stands': {
    what: '{standing} was or is to be paid ahead of this account, not {beside}.',
    fix: 'Look whether the advance was asked for already. To pay more ahead, say what stands as “beside”.',
  },
  'settlement-in-payment': {
    what: 'The payment {payment} pays {amount} of the settlement; it is {state}.',
    fix: 'Withdraw the payment run, or wait until the money has come back; then reverse the settlement.',
  },
  'settlement-received': {
    what: 'The partner has paid the document of “{id}”.',
    fix: 'Take back what was laid against it first; what was asked back wrongly is paid again by an advance or by what is settled next.',
  },
  'reclaim-receipt-beyond': {
    what: '{open} is open on the document, less than the {asked} that came.',
    fix: 'Ask the partner what the rest is for; assign the entry to another document or claim, or dismiss it with the reason.',
  },
  'entry-names-several-documents': {
    what: 'The entry names several documents, and not how much is for which.',
    fix: 'Assign it with the part that is for each of them, or dismiss it with the reason.',
  },
  'entry-part-twice': {
    what: 'A claim or document is named twice.',
    fix: 'Name each one once, with all that is for it.',
  },
  'entry-parts-differ': {
    what: 'The parts are {parts} together; {amount} came in.',
    fix: 'Say of each claim and document what is for it, above zero, so that all of them are the entry to the cent.',
  },
  'settlement-document-missing': {
    what: 'There is no document of a settlement “{id}”.',
    fix: 'Look at the list of documents; what is not issued yet, or lapses, has none.',
  },
  'document-series-invalid': {
    what: '“{series}” cannot be the series of these documents.',
    fix: 'Give up to 20 capital letters, digits and hyphens that no other kind of document of the company uses.',
  },
  'company-party-invalid': {
    what: 'A document cannot name the company so: {field} is missing or has another form.',
    fix: 'Give a name, a country of two capital letters, and a tax number or a registration number.',
  },
  'settlement-line-not-found': {
    what: 'The settlement has no line {line} that earnings stand behind.',
    fix: 'Look at its lines; they are counted from 1.',
  },
  'settlement-not-proposed': {
    what: 'The settlement waits for no approval; it is {settlementState}.',
    fix: 'Look at what was done to it.',
  },
  'settlement-not-approved': {
    what: 'The settlement cannot be issued; it is {settlementState}.',
    fix: 'Let other persons give the approvals that it needs.',
  },
  'settlement-not-awaiting-number': {
    what: 'The settlement waits for no number; it is {settlementState}.',
    fix: 'Give a number only where another system gives the numbers.',
  },
  'settlement-not-issued': {
    what: 'Only a settlement that is issued can be cancelled; this one is {settlementState}.',
    fix: 'Reject it instead.',
  },
  'settlement-closed': {
    what: 'The settlement is closed; it is {settlementState}.',
    fix: 'Run the settlement again: what is not settled is proposed anew.',
  },
  'backup-invalid': {
    what: '{file} is no backup of OpenRebate: {reason}.',
    fix: 'Name a file that “openrebate backup” wrote.',
  },
  'backup-incomplete': {
    what: 'The backup {file} ends too early, in the table {table}.',
    fix: 'Nothing was restored. Fetch the file again from where it was copied, or take an older backup.',
  },
  'backup-changed': {
    what: 'The table {table} does not hold what was backed up[ ({file})].',
    fix: 'Nothing was restored. Fetch the file again from where it was copied, or take an older backup.',
  },
  'backup-schema-newer': {
    what: 'The backup is at migration {found}, this program knows {known}.',
    fix: 'Restore it with the newer program.',
  },
  'database-not-empty': {
    what: 'The database is not empty: there is a table {table}.',
    fix: 'Make a new database, or name another OPENREBATE_HOME; nothing is ever written over.',
  },
  'database-in-use': {
    what: 'The database is in use by {program}.',
    fix: 'Stop what works with it, then give the command again.',
  },
  'cut-over-not-found': {
    what: 'There is no cut-over “{code}”.',
    fix: 'Open it first: openrebate cutover open.',
  },
  'cut-over-exists': {
    what: 'There is a cut-over “{code}” already.',
    fix: 'Load into it, or choose another name.',
  },
  'cut-over-agreement-taken': {
    what: 'The agreement “{id}” is in the cut-over “{code}” already.',
    fix: 'Leave it out here: an agreement is taken over once.',
  },
  'cut-over-agreement-booked': {
    what: 'The agreement “{id}” has bookings of its own already.',
    fix: 'It is past its cut-over; correct it with an adjustment.',
  },
  'cut-over-signed': {
    what: 'The cut-over “{code}” was signed on {day} and is closed.',
    fix: 'What was wrong in it is corrected by an adjustment with a reason and a second person.',
  },
  'cut-over-nothing-loaded': {
    what: 'Nothing was loaded to compare with.',
    fix: 'Load the figures of the old system: openrebate cutover load figures.',
  },
  'cut-over-person-needed': {
    what: 'A cut-over is signed by a person; {actor} is none.',
    fix: 'Sign with the key of a person.',
  },
  'cut-over-four-eyes': {
    what: '{actor} has loaded a part of it and cannot sign it, too.',
    fix: 'Let another person sign.',
  },
  'cut-over-note-missing': {
    what: '{differences} differences are left, and no note says why they are accepted.',
    fix: 'Sign with a note, or load what is missing and compare again.',
  },
  'cut-over-changed': {
    what: 'The comparison has changed since it was looked at.',
    fix: 'Look at it again, and sign what it says now.',
  },
  'cut-over-file-empty': {
    what: 'The file has no row.',
    fix: 'Give at least one; a balance of nothing is written as 0.',
  },
  'cut-over-field-missing': {
    what: '{field} is empty.',
    fix: 'Write it, if only as 0: nothing is assumed.',
  },
  'cut-over-field-invalid': {
    what: '“{value}” is no {field}.',
    fix: 'Write days as YYYY-MM-DD, and amounts as plain decimals with no more places than the currency has.',
  },
  'cut-over-agreement-unknown': {
    what: 'The agreement “{id}” is not in this cut-over.',
    fix: 'Correct its code, or open the cut-over with it.',
  },
  'cut-over-term-unknown': {
    what: 'The agreement has no term “{term}”.',
    fix: 'Use: {allowed}.',
  },
  'cut-over-partner-unknown': {
    what: 'The partner “{partner}” is not in master data.',
    fix: 'Load the partner, or correct its code.',
  },
  'cut-over-window-unknown': {
    what: 'The term has no window {window}.',
    fix: 'Use one that it has: {allowed}.',
  },
  'cut-over-currency-differs': {
    what: 'The amount is in {value}, and the agreement in {expected}.',
    fix: 'Give the balance in the currency of the agreement.',
  },
  'cut-over-row-repeated': {
    what: 'The row speaks of the same account as row {first}.',
    fix: 'Leave one of them.',
  },
  'cut-over-total-missing': {
    what: 'The row is no total: it does not say from which day on it sums.',
    fix: 'Fill takenOverFrom; single lines come in with “import lines”.',
  },
  'cut-over-company-differs': {
    what: 'The total is of company {value}, and the cut-over of {expected}.',
    fix: 'Load it into the cut-over of its company.',
  },
  'cut-over-after-day': {
    what: 'The total reaches to {day}, and the cut-over is at the end of {last}.',
    fix: 'End it on that day or before; what is later comes as lines.',
  },
  'cut-over-total-overlaps': {
    what: 'The total and that of row {first} would count something twice.',
    fix: 'Of one partner let periods be the same or apart, and name the products in all totals of a period or in none.',
  },
  'cut-over-lines-there': {
    what: '{lines} lines of the same partner and time are there already, the first in document {document}.',
    fix: 'Leave the total out, or undo the import of these lines: together they would count twice.',
  },
  'line-taken-over': {
    what: 'The time of the line was taken over as a total of its partner: it would count twice.',
    fix: 'Leave the line out, or load the history anew without that total.',
  },
  'bulk-empty': {
    what: 'The spreadsheet has no row.',
    fix: 'Give one row for each agreement.',
  },
  'bulk-unchanged': {
    what: 'Every agreement of the spreadsheet is there already as it says.',
    fix: 'There is nothing to hand in.',
  },
  'bulk-not-found': {
    what: 'There is no set of agreements “{id}”.',
    fix: 'Use the id that was shown when it was handed in.',
  },
  'bulk-not-in-review': {
    what: 'None of its agreements is in review any more.',
    fix: 'Look at it: they were approved, rejected or withdrawn.',
  },
  'bulk-in-review': {
    what: 'The agreement “{id}” is in review already.',
    fix: 'Approve, reject or withdraw that proposal first.',
  },
  'bulk-row-repeated': {
    what: 'The agreement stands in row {first}, too.',
    fix: 'Leave one of the rows.',
  },
  'bulk-field-missing': {
    what: '{field} is empty.',
    fix: 'Fill it; what is made like another agreement needs both days.',
  },
  'bulk-field-invalid': {
    what: '“{value}” is no {field}.',
    fix: 'Write days as YYYY-MM-DD and numbers as plain decimals.',
  },
  'bulk-origin-needed': {
    what: 'The row says not exactly one agreement that it is made from.',
    fix: 'Fill “like” with the one it is made like, or “renews” with the one it follows.',
  },
  'proof-invalid': {
    what: 'The proof cannot be read: {reason}.',
    fix: 'Take the file as it was written; not a byte of it may be changed.',
  },
  'proof-hash-differs': {
    what: 'The hash of the {part} is not the one that the proof names.',
    fix: 'Ask for the proof again: this one was changed after it was written.',
  },
  'proof-line-changed': {
    what: 'Line {line} of document {document} is not what the proof was made of.',
    fix: 'Compare the line with the document; one of the two has changed it.',
  },
  'proof-line-missing': {
    what: 'Line {line} of document {document} is in the proof and not in the lines given.',
    fix: 'Add the line if it was delivered; else ask where it comes from.',
  },
  'proof-line-unknown': {
    what: 'Line {line} of document {document} is in the lines given and not in the proof.',
    fix: 'Ask why it was left out, or leave it out if it became known later.',
  },
  'proof-calculation-differs': {
    what: 'The proof was made by calculation version {proof}, this program has version {program}.',
    fix: 'Verify it with a program of that version.',
  },
  'proof-earning-differs': {
    what: '{term}, {partner}, {firstDay} to {lastDay}: the proof says {proof}, calculated again it is {own}[, first in {where}].',
    fix: 'Ask for an explanation: the amount does not follow from the terms and the lines.',
  },
  'proof-commitment-differs': {
    what: 'What the proof says of everybody else is not what was committed to: {part}.',
    fix: 'Ask for the proof and the opening file that were written together.',
  },
  'proof-signature-missing': {
    what: 'The proof is not signed.',
    fix: 'Ask for a signed one, or verify without a key: the calculation is checked all the same.',
  },
  'proof-signature-invalid': {
    what: 'The signature does not belong to this proof and this key.',
    fix: 'Check that it is the key of whoever made the proof; if so, the proof was changed.',
  },
  'proof-key-invalid': {
    what: '{file} holds no Ed25519 key: {reason}.',
    fix: 'Give a key as PEM: a private one to sign, a public one to verify.',
  },
  'proof-internal': {
    what: 'The term {term} looks at what is internal: {internal}.',
    fix: 'Make the proof with --full, for an auditor only; a partner never sees it.',
  },
  'proof-not-for-partner': {
    what: 'The term {term} cannot be proved to one partner alone: {mechanism}.',
    fix: 'Make the whole proof, for an auditor.',
  },
  'proof-partner-unknown': {
    what: 'Partner {partner} has no line and no earning in this calculation.',
    fix: 'Check the code of the partner.',
  },
  'vectors-invalid': {
    what: 'The vectors of {file} cannot be read: {reason}.',
    fix: 'Correct the place that is named; the format is openrebate-conformance/v1.',
  },
  'idempotency-key-reused': {
    what: 'The key “{key}” is known with another content.',
    fix: 'Give a new delivery or request a new key.',
  },
  'known-day-backwards': {
    what: 'Something is known as of {last} already, and {day} lies before it.',
    fix: 'Record it on {last} or later: what was known on a day never changes.',
  },
  'import-not-whole': {
    what: '{refused} of {rows} {rows|row|rows} of {file} {refused|is|are} no {refused|line|lines}, and it was asked for all or nothing: nothing was written.',
    fix: 'Correct the rows that are listed, or import the good rows and leave the others in quarantine.',
  },
  'import-not-found': {
    what: 'There is no import {id}.',
    fix: 'Take the id from the list of imports.',
  },
  'import-repairs-mixed': {
    what: 'The rows of {file} belong to several imports, or only some of them to one.',
    fix: 'Import the corrected rows of each import as a file of their own; take the columns openrebate.import and openrebate.row away from rows that are new.',
  },
  'quarantined-row-not-found': {
    what: 'Row {row} of import {id} is not in quarantine.',
    fix: 'Take the row from the list of the quarantine; it may have ended meanwhile.',
  },
  'partner-not-found': {
    what: 'There is no partner {partner}.',
    fix: 'Take the code from master data, or import the partner first.',
  },
  'master-not-found': {
    what: 'There is no master data with the code {code}.',
    fix: 'Take kind and code from the list of master data.',
  },
  'payments-not-found': {
    what: 'Neither lines nor payments of document {document} of {source} are known.',
    fix: 'Check source and number of the document.',
  },
  'bank-account-invalid': {
    what: 'The field “{field}” of the bank account is not right: {reason}.',
    fix: 'Copy the account from the letter of the partner; what was typed is not repeated here.',
  },
  'bank-account-not-found': {
    what: 'No bank account of {partner} is in force on {day}.',
    fix: 'Choose another day, or record an account.',
  },
  'bank-account-reason-missing': {
    what: 'Nobody sees a whole bank account without a reason.',
    fix: 'Say what for; it is written into the audit trail.',
  },
  'bank-account-change-not-found': {
    what: 'Nothing was said of the bank account of {partner} in batch {batch}.',
    fix: 'Take the batch from the list of changes.',
  },
  'bank-account-decided': {
    what: 'What was said of the bank account of {partner} in batch {batch} is decided.',
    fix: 'Read the decision in the list of changes; another account is said anew.',
  },
  'bank-account-not-approved': {
    what: 'The bank account of the partner waits for a second person.',
    fix: 'Have another person approve or reject it; nothing is paid until then.',
  },
  'bank-account-cooling-off': {
    what: 'The bank account of the partner is approved, and its cooling-off is not over.',
    fix: 'Pay from the day on that the list of changes names.',
  },
  'payment-limits-not-rising': {
    what: 'The levels of a currency do not rise.',
    fix: 'Give each level a higher amount than the one before, and no fewer approvals.',
  },
  'payment-rules-missing': {
    what: 'There are no rules of payment in force.',
    fix: 'Propose them, and have another person confirm them: cooling-off, limits and approvals are named, not implied.',
  },
  'payment-rules-not-found': {
    what: 'There are no payment rules of version {version}.',
    fix: 'Name a version that was proposed.',
  },
  'paying-account-invalid': {
    what: 'The field “{field}” of the paying account is not right: {reason}.',
    fix: 'Set it as the bank has agreed it with you.',
  },
  'payment-not-in-format': {
    what: 'The file of the bank cannot say the field “{field}” of the payment to {partner}: {reason}.',
    fix: 'Set the bank details of the partner right, leave the payment out, or pay from an account with another file.',
  },
  'paying-account-not-found': {
    what: 'There is no paying account {account}.',
    fix: 'Take a code from the list of paying accounts, or record the account.',
  },
  'payment-company-not-found': {
    what: 'There is no company {company} of ours.',
    fix: 'Take the code of a company of ours.',
  },
  'payment-day-past': {
    what: 'The day on which is to be paid is over.',
    fix: 'Name today or a later day; a run that waited too long is withdrawn and proposed anew.',
  },
  'payment-nothing-open': {
    what: 'Nothing is open that this run would pay.',
    fix: 'Look at the open items: what another run pays is not open.',
  },
  'payment-over-limit': {
    what: 'The rules of payment let no run pay {amount} {currency}.',
    fix: 'Pay fewer partners in one run, or have other rules confirmed.',
  },
  'payment-run-not-found': {
    what: 'There is no payment run {id}.',
    fix: 'Take the id from the list of runs.',
  },
  'payment-run-out-of-place': {
    what: 'The payment run {id} stands at {state}; nothing was done.',
    fix: 'Look at the run: it may be done already.',
  },
  'payment-sender-has-part': {
    what: 'Whoever has proposed or approved a run does not send it.',
    fix: 'Have a third person send it.',
  },
  'payment-settlement-gone': {
    what: 'The settlement {settlement} no longer owes what the run pays.',
    fix: 'Withdraw the run and propose it anew.',
  },
  'payment-not-sent': {
    what: 'The payment run {id} has no file yet.',
    fix: 'Send the run first: that makes its file, once.',
  },
  'bank-account-changed': {
    what: 'The bank account of {partner} has changed since the run was proposed.',
    fix: 'Withdraw the run and propose it anew.',
  },
  'payment-not-found': {
    what: 'There is no payment {id}.',
    fix: 'Take the id from the run.',
  },
  'payment-amount-differs': {
    what: 'The amount is not that of the payment to {partner}.',
    fix: 'Ask the bank; a payment is confirmed or rejected whole.',
  },
  'payment-news-out-of-place': {
    what: 'A payment at {state} cannot be told “{news}”.',
    fix: 'Look at what was heard of the payment before.',
  },
  'payment-returns-beyond': {
    what: 'More would come back than was paid.',
    fix: 'Name what has come back this time.',
  },
  'bank-entry-not-found': {
    what: 'There is no bank entry {id}.',
    fix: 'Take the id from the list of entries that wait.',
  },
  'bank-entry-not-waiting': {
    what: 'The bank entry {id} does not wait: it is {state}.',
    fix: 'Nothing more is to be done.',
  },
  'bank-entry-proposed': {
    what: 'Somebody has proposed what the bank entry {id} belongs to, and nobody has decided on it.',
    fix: 'Have another person approve or reject it first.',
  },
  'bank-entry-not-proposed': {
    what: 'Nobody has proposed what the bank entry {id} belongs to.',
    fix: 'Assign it to payments first.',
  },
  'bank-entry-not-laid': {
    what: 'The bank entry {id} is laid against no claim and no document.',
    fix: 'Look among those that are laid; what came before this could be done is taken back by its claim.',
  },
  'statement-table-unknown': {
    what: 'The account {account} does not say how its bank writes tables.',
    fix: 'Set the account with “statement”, or send a camt.053.',
  },
  'statement-not-read': {
    what: 'The field {field} of the statement holds “{value}”, which cannot be read.',
    fix: 'Ask the bank for the statement once more; nothing was taken of it.',
  },
  'statement-empty': {
    what: 'There is no statement in {file}.',
    fix: 'Send a camt.053 or camt.054 of the bank; for the status of payments a pain.002 or NACHA returns.',
  },
  'statement-does-not-add-up': {
    what: 'The entries of statement {statement} do not lead from one balance to the other, or parts not to their entry.',
    fix: 'Ask the bank for the whole statement; nothing was taken of it.',
  },
  'statement-account-unknown': {
    what: 'Statement {statement} is of an account that is none of ours.',
    fix: 'Record the paying account first, with the number that the bank writes.',
  },
  'entry-without-reference': {
    what: 'The entry names no payment.',
    fix: 'Look at its text; it waits until somebody has found out what it is.',
  },
  'entry-of-nobody': {
    what: 'The entry names a payment that is none of ours.',
    fix: 'Look at its text; it waits until somebody has found out what it is.',
  },
  'entry-of-other-account': {
    what: 'What the entry names is of another account, company or currency.',
    fix: 'Ask the bank: it was ordered from elsewhere, or is of another company.',
  },
  'entry-names-several-claims': {
    what: 'The entry names several claims of ours, and not how much is for which.',
    fix: 'Ask who has paid, and lay the parts against the claims by hand.',
  },
  'payment-rules-stale': {
    what: 'Version {version} of the payment rules is confirmed, or a later one was proposed.',
    fix: 'Confirm the version that was proposed last.',
  },
  'claim-not-found': {
    what: 'There is no claim {id}.',
    fix: 'Take the id from the list of claims.',
  },
  'claim-line-not-found': {
    what: 'The claim has no line {line}.',
    fix: 'Take the numbers of lines from the claim as it was sent.',
  },
  'claim-amount-invalid': {
    what: '{amount} is no amount in {currency}.',
    fix: 'Give a decimal with no more places than the currency has, and the code of a currency.',
  },
  'claim-amount-not-positive': {
    what: 'The amount {amount} is not above zero.',
    fix: 'Give what is to be moved as an amount above zero; what came in by mistake is returned.',
  },
  'claim-amount-beyond': {
    what: 'Line {line} has {available}[ {position}][ for {claimReason}], and {asked} was to be taken of it.',
    fix: 'Look at the claim: something may have been decided meanwhile. No more can be taken than is there.',
  },
  'claim-decision-empty': {
    what: 'Nothing would change.',
    fix: 'Name the lines and an amount for each of them.',
  },
  'claim-receipt-beyond': {
    what: '{open} is open on the claim, less than the {asked} that came.',
    fix: 'Lay what is left against another claim, or register it as a deduction of its own.',
  },
  'claim-reference-reserved': {
    what: 'The reference {reference} begins like one that the program gives by itself.',
    fix: 'Call the receipt something else, such as the entry of the bank statement.',
  },
  'claim-receipt-differs': {
    what: 'The receipt {reference} was recorded with {amount}.',
    fix: 'Give another receipt a reference of its own; return a wrong one and record it anew under another reference.',
  },
  'claim-receipt-not-found': {
    what: 'The claim has no receipt {reference}.',
    fix: 'Take the reference from the history of the claim.',
  },
  'claim-objection-unclear': {
    what: 'An objection with the reason “{claimReason}” does not say what it needs.',
    fix: 'Name one of: {expected}. Where nothing is listed, name the line alone.',
  },
  'claim-objection-repeated': {
    what: 'Line {line} of document {document} is objected to twice for the same reason.',
    fix: 'Leave one of the two objections out.',
  },
  'claim-answered-already': {
    what: 'The claim {reference} was answered already.',
    fix: 'Answer the lines that are left one by one.',
  },
  'claim-not-computed': {
    what: 'The claim {reference} was not made by a calculation of ours, so objections cannot be computed.',
    fix: 'Answer it line by line.',
  },
  'claim-not-ours': {
    what: 'Under agreement {id} we do not claim: {claimRule}.',
    fix: 'Claim only where the agreement says that we claim.',
  },
  'claim-not-calculated': {
    what: 'Agreement {id} has not been calculated yet.',
    fix: 'Calculate it first.',
  },
  'claim-earning-incomplete': {
    what: 'What {partner} owes under {term} for {window} is incomplete: {lines} {lines|line|lines} cannot be computed; {amount} is not claimed.',
    fix: 'Repair what blocks the lines, calculate, and claim again.',
  },
  'claim-deadline-passed': {
    what: 'The deadline for claims under {term} for {window} was {deadline}: {amount} of {partner} has lapsed.',
    fix: 'Claim in time; the agreement lets late claims lapse.',
  },
  'claim-write-off-asked': {
    what: 'A write-off of claim {reference} waits for its approval already.',
    fix: 'Have it approved or rejected first.',
  },
  'claim-write-off-not-asked': {
    what: 'Nobody asks to write off claim {reference}.',
    fix: 'Ask for the write-off first; another person approves it.',
  },
  'claim-write-off-own': {
    what: 'Whoever asks for a write-off does not decide on it.',
    fix: 'Have another person decide.',
  },
  'claim-write-off-beyond': {
    what: '{amount} is more than may be written off: {limit}.',
    fix: 'Raise the limit in the rules of the company, or chase the claim.',
  },
  'claim-rule-not-found': {
    what: '{company} has no rules for claims in {currency}.',
    fix: 'Set them; until then nothing is granted or written off by itself, and nothing is reminded of.',
  },
  'claim-reminders-not-rising': {
    what: 'The days of reminders do not rise: {days}.',
    fix: 'Name them from the first to the last, each later than the one before.',
  },
  'claim-not-theirs': {
    what: 'Under agreement {id} partners do not claim: {claimRule}.',
    fix: 'Claim only where the agreement says that the partner claims.',
  },
  'claim-repeated': {
    what: 'The claim {reference} was taken in before, as {first}.',
    fix: 'Look at the first one. A change of it is a claim with a reference of its own that names it.',
  },
  'claim-term-unknown': {
    what: 'Agreement {id} has no term {term}.',
    fix: 'Take the term from the agreement.',
  },
  'claim-field-missing': {
    what: 'The field “{field}” of row {row} is empty.',
    fix: 'Fill it in; source, document and line of a transaction go together.',
  },
  'claim-field-invalid': {
    what: '{value} is not right for the field “{field}” of row {row}.',
    fix: 'Days are YYYY-MM-DD, amounts plain decimals in the places of the currency and not zero.',
  },
  'claim-field-differs': {
    what: 'Row {row} says {value} for “{field}”, and the first row of its claim another.',
    fix: 'Give all rows of a claim the same agreement, currency, day and change.',
  },
  'claim-message-not-found': {
    what: 'There is no message {id} about claims.',
    fix: 'Take the id from the list of messages.',
  },
  'claim-message-not-waiting': {
    what: 'No row of the message {id} waits: it is {state}.',
    fix: 'Look at the message. What was taken in is changed by a claim that names it.',
  },
  'claim-row-not-waiting': {
    what: 'Row {row} does not wait to be repaired.',
    fix: 'Repair the rows that the message shows as waiting.',
  },
  'acceptance-not-supplier': {
    what: 'Agreement {id} is not one with a supplier.',
    fix: 'Record acceptances only for agreements under which a supplier owes us.',
  },
  'deduction-not-found': {
    what: 'There is no deduction {id}.',
    fix: 'Take the id from the list of deductions.',
  },
  'deduction-differs': {
    what: 'The deduction {reference} was registered with another amount or currency.',
    fix: 'Give another deduction a reference of its own.',
  },
  'deduction-beyond': {
    what: '{open} of the deduction is open, less than {asked}.',
    fix: 'End no more of it than is open.',
  },
  'deduction-account-differs': {
    what: 'What {participant} has earned under agreement {id} is not owed to this partner by this company.',
    fix: 'Match it to an account of the partner that kept the money back, or deny it.',
  },
  'deduction-claim-differs': {
    what: 'The claim {reference} is not one of this partner against the same company in the same currency.',
    fix: 'Match it to a claim that the partner has made.',
  },
  'deduction-beyond-earning': {
    what: 'Under term {term} {available} is earned and not settled, less than {asked}.',
    fix: 'Match less, and deny the rest.',
  },
  'deduction-settlement-differs': {
    what: 'The settlement {settlement} is not with this partner, from the same company, in the same currency.',
    fix: 'Match it to a document of the partner that kept the money back.',
  },
  'deduction-settlement-not-open': {
    what: 'Of the settlement {settlement} no money is owed by a document that stands; it is {state}.',
    fix: 'Match it to a document that was issued and is not being reversed; before that, match it to the earning.',
  },
  'deduction-beyond-settlement': {
    what: '{open} of the document is not paid, set off or kept back yet, less than {asked}.',
    fix: 'Match less, and match or deny the rest.',
  },
  'fund-not-found': {
    what: 'There is no fund {code}.',
    fix: 'Take the code from the list of funds.',
  },
  'fund-exists': {
    what: 'There is a fund {code} already.',
    fix: 'Give another fund a code of its own.',
  },
  'fund-terms-invalid': {
    what: 'The field “{field}” of the fund is not right.',
    fix: 'The last day is not before the first, and the percentage is above 0 and at most 100.',
  },
  'fund-partner-differs': {
    what: 'The fund {code} is that of another partner.',
    fix: 'Ask for money of a fund that the partner takes part in.',
  },
  'fund-days-outside': {
    what: 'The activity does not lie between {firstDay} and {lastDay}, or ends before it begins.',
    fix: 'Choose days of the fund.',
  },
  'fund-activity-not-found': {
    what: 'There is no activity {id}.',
    fix: 'Take the id from the fund.',
  },
  'fund-activity-exists': {
    what: 'The activity {reference} was asked for before, as {id}.',
    fix: 'Look at the first one, or give another reference.',
  },
  'fund-activity-state': {
    what: 'This cannot be done to an activity that is in the state “{activityState}”.',
    fix: 'Look at what happened to it.',
  },
  'fund-approver-asked': {
    what: 'Whoever asked for an activity does not decide on it.',
    fix: 'Have another person decide.',
  },
  'fund-request-beyond': {
    what: '{asked} is more than the {free} that were asked for.',
    fix: 'Approve at most what was asked for.',
  },
  'fund-exhausted': {
    what: 'The fund has {free} left, less than {asked}.',
    fix: 'Approve less, or close activities that will not be claimed.',
  },
  'fund-claim-early': {
    what: 'The activity has not begun: its first day is {firstDay}.',
    fix: 'Claim when something was done.',
  },
  'fund-claim-late': {
    what: 'The time to claim ended on {lastDay}.',
    fix: 'What was approved falls back to the fund; ask for another activity.',
  },
  'fund-nothing-left': {
    what: 'Everything that was approved for the activity is granted already.',
    fix: 'Ask for another activity.',
  },
  'fund-proof-repeated': {
    what: 'The same proof came before, with event {event}.',
    fix: 'Send the proof of another cost.',
  },
  'fund-payment-differs': {
    what: 'The payment {reference} was recorded with another amount.',
    fix: 'Give another payment a reference of its own.',
  },
  'fund-settlement-beyond': {
    what: '{free} is granted and not paid, less than {asked}.',
    fix: 'Pay no more than was granted.',
  },
  'claim-nothing-disputed': {
    what: 'Nothing of the claim {reference} is in dispute.',
    fix: 'Say first what is in dispute, and why.',
  },
  'confirmation-not-found': {
    what: 'There is no balance {id} that a partner was asked to confirm.',
    fix: 'Take the id from the list of balances.',
  },
  'confirmation-nothing': {
    what: 'Nothing is booked between {partner} and {company}.',
    fix: 'Ask for a balance where something was earned.',
  },
  'confirmation-state': {
    what: 'This cannot be said of a balance that is in the state “{confirmationState}”.',
    fix: 'A balance is answered once; what is contested is assigned, replied to and resolved. Ask for a new one.',
  },
  'rebate-document-invalid': {
    what: 'The field “{field}” of the document is not right: {reason}.',
    fix: 'Set the field right and render the document again; nothing was written.',
  },
  'ledger-table-side-needed': {
    what: 'The column {field} is of one side, and each row holds both.',
    fix: 'Say rows: sides, or take a column of the transfer, such as debitAccount.',
  },
  'audit-chain-broken': {
    what: 'The audit trail is not what it was: {findings} {findings|finding|findings}.',
    fix: 'Keep the database as it is, compare it with a backup, and find out who had access to it.',
  },
  'audit-not-tied': {
    what: '{accounts} {accounts|account does|accounts do} not tie out.',
    fix: 'Look at the differences in tie-out.csv of the package, which was written all the same.',
  },
  'audit-entry-not-found': {
    what: 'There is no audit entry {id}.',
    fix: 'Take the id from the list of the audit trail.',
  },
  'audit-reason-missing': {
    what: 'Nothing is erased from the audit trail without a reason.',
    fix: 'Say why; the reason stays in the trail.',
  },
  'document-format-unfit': {
    what: 'The document has no form as {format}: {reason}.',
    fix: 'Take another format, or issue the document with what is missing.',
  },
  'paper-sign-unknown': {
    what: 'No font of ours has these signs: {signs}.',
    fix: 'Write the names with Latin, Greek, Cyrillic or Chinese signs, or take the electronic invoice, which holds all signs.',
  },
  'statement-days-turned': {
    what: 'The statement ends before it begins.',
    fix: 'Give a last day that is not before the first one.',
  },
  'red-letter-unfit': {
    what: 'The document has no red-letter invoices: {reason}[ ({rate}%)].',
    fix: 'Take a credit note in CNY, and name the blue-letter invoices of each rate with what can still be taken back of them.',
  },
  'key-ring-invalid': {
    what: 'The keys in {place} cannot be used: {reason}.',
    fix: 'Put the key file back as it was, readable for its owner alone.',
  },
  'key-ring-fixed': {
    what: 'The keys come from the environment, and no key can be added there from here.',
    fix: 'Put a new key in front of the others in OPENREBATE_KEY_RING, start again, and rotate without a new key.',
  },
  'key-not-in-ring': {
    what: 'It was sealed with the key {key}, which is not here.',
    fix: 'Put the file of this key into the folder of keys, or the key into OPENREBATE_KEY_RING.',
  },
  'sealed-text-unreadable': {
    what: 'The key {key} does not open what was sealed: the text was changed, or put in the place of another one.',
    fix: 'Restore the record from a backup.',
  },
  'alias-target-unknown': {
    what: 'Master data has no {kind} {value}.',
    fix: 'Load the {kind} first, or name one that is there.',
  },
  'alias-hides-code': {
    what: '{value} is the code of a {kind} of its own; as another name it would move good lines.',
    fix: 'Correct the rows instead, or take {value} out of master data first.',
  },
  'mapping-name-invalid': {
    what: '“{name}” cannot be the name of a description.',
    fix: 'Begin with a letter or digit; then letters, digits, spaces, points, dashes, up to a hundred.',
  },
  'mapping-not-found': {
    what: 'There is no saved description {name}.',
    fix: 'Take the name from the list of descriptions, or save it first.',
  },
  'argument-invalid': {
    what: '“{value}” is not a valid {argument}.',
    fix: 'Expected: {expected}.',
  },
  'earning-not-found': {
    what: 'There is no earning {id}.',
    fix: 'Take the id from the list of earnings.',
  },
  'job-not-found': {
    what: 'There is no job {id}.',
    fix: 'Take the id from the list of jobs; one that ended well is kept for 30 days.',
  },
  'preview-not-found': {
    what: 'There is no preview {id}.',
    fix: 'Take the id from the answer to the request, or from the list of previews.',
  },
  'job-not-open': {
    what: 'The job {id} is {state}.',
    fix: 'Only a job that waits or has failed can be asked for again or cancelled, and a calculation that is due is never cancelled.',
  },
  'line-not-found': {
    what: 'There is no line {document} {line} of {source}.',
    fix: 'Check source, document and line; a quarantined row is no line yet.',
  },
  'tenant-not-found': {
    what: 'There is no tenant “{tenant}”.',
    fix: 'Start once, or name a tenant that exists.',
  },
  'address-not-found': {
    what: 'There is nothing at this address.',
    fix: 'The API is described at /api/v1/openapi.json.',
  },
  'company-not-found': {
    what: 'There is no company {company}.',
    fix: 'Take a code from the list of companies.',
  },
  'books-currency-missing': {
    what: 'The books of {company} name no currency, so there is nothing that other currencies could be worth.',
    fix: 'Say it once: “ledger currency {company} <file>”.',
  },
  'books-currency-late': {
    what: 'The books of {company} cannot be kept in {currency}: they are kept in {known} already, or hold amounts in other currencies without a worth.',
    fix: 'Keep the currency, and change only the rates; books in another currency begin with another company.',
  },
  'books-currency-unknown': {
    what: '{currency} is no currency that is known here.',
    fix: 'Give a code of ISO 4217, such as EUR.',
  },
  'ledger-month-not-next': {
    what: '{month} is not the next month to close; that is {next}.',
    fix: 'Close the months one after the other.',
  },
  'ledger-month-not-over': {
    what: '{month} is not over yet.',
    fix: 'Close it when its last day is over in the time zone of the company.',
  },
  'ledger-month-not-last': {
    what: '{month} is not the month that was closed last.',
    fix: 'Only the last closed month can be opened again; begin with that one.',
  },
  'ledger-check-open': {
    what: 'Not everything is done: {check}, {count} open.',
    fix: 'Do what is open, or say in a waiver why it may stay so; what does not tie cannot be waived.',
  },
  'ledger-reopen-proposed': {
    what: 'Opening {month} again has been proposed already.',
    fix: 'Another person approves it.',
  },
  'ledger-reopen-not-proposed': {
    what: 'Nobody has proposed to open {month} again.',
    fix: 'Propose it first, with a reason.',
  },
  'ledger-rules-contradict': {
    what: 'Two rules ask the same of {role} and name {account} and {other}.',
    fix: 'Leave one of them, or name another field.',
  },
  'ledger-rule-invalid': {
    what: '“{value}” is not what a rule of accounts holds here.',
    fix: 'Write: {expected}.',
  },
  'ledger-same-person': {
    what: 'Whoever proposes it does not approve it.',
    fix: 'Let another person do it.',
  },
  'company-day-real': {
    what: 'The company {company} stands on the real day.',
    fix: 'Only the companies of a sandbox can stand on another day.',
  },
  'body-not-json': {
    what: 'The body is not JSON.',
    fix: 'Send one JSON document in UTF-8.',
  },
  'body-too-large': {
    what: 'The body is longer than {limit} bytes.',
    fix: 'Send less at a time: split the file or the list.',
  },
  'body-too-slow': {
    what: 'The body did not arrive within {seconds} seconds.',
    fix: 'Send it again, over a better connection or in smaller parts.',
  },
  'body-field-missing': {
    what: 'The field {field} is missing.',
    fix: 'Add it; the API is described at /api/v1/openapi.json.',
  },
  'body-field-unknown': {
    what: 'The field {field} is not known here.',
    fix: 'Remove it, or correct its name; what the server sets by itself cannot be sent.',
  },
  'body-field-invalid': {
    what: 'The field {field} is not valid.',
    fix: 'Expected: {expected}.',
  },
  'media-type-not-allowed': {
    what: 'This address does not take the content type “{mediaType}”.',
    fix: 'Send one of: {expected}.',
  },
  'cursor-invalid': {
    what: 'The cursor is not one that this list gave.',
    fix: 'Take “next” of the page before, with the same filters; or begin without a cursor.',
  },
  'idempotency-key-missing': {
    what: 'A request that changes something needs the header Idempotency-Key.',
    fix: 'Make up a new key for each deed, and send the same key again when you repeat the request.',
  },
  'if-match-missing': {
    what: 'A change of this thing needs the header If-Match.',
    fix: 'Read it first, and send its ETag along.',
  },
  'version-differs': {
    what: 'It has been changed since you read it.',
    fix: 'Read it again, look at what is new, and send your change with the new ETag.',
  },
  'key-missing': {
    what: 'There is no key.',
    fix: 'Send the header “Authorization: Bearer” with the key of a person or a service.',
  },
  'key-invalid': {
    what: 'The key is not valid.',
    fix: 'Check that it is complete; if it expired or was revoked, have a new one issued.',
  },
  'scope-missing': {
    what: 'This key may not do that: it lacks {scope}.',
    fix: 'Have a key issued that holds {scope}.',
  },
  'partner-not-allowed': {
    what: 'This is not for partners.',
    fix: 'Ask the company that invited you.',
  },
  'portal-not-set-up': {
    what: 'Persons of partners are not served here.',
    fix: 'Have the operator of the server set PORTAL_DATABASE_URL.',
  },
  'person-not-found': {
    what: 'There is no person {id}.',
    fix: 'Take the id from the list of persons.',
  },
  'person-side-fixed': {
    what: '{login} cannot change sides: a person is either ours or a partner’s.',
    fix: 'Create another person for the other side.',
  },
  'person-of-partner-needed': {
    what: 'Only a person of the partner can do that.',
    fix: 'Ask somebody of the partner to do it in the portal.',
  },
  'own-access-fixed': {
    what: 'Nobody changes their own access.',
    fix: 'Ask another administrator to do it.',
  },
  'login-taken': {
    what: 'The login {login} is taken.',
    fix: 'Choose another one; a login is never given twice.',
  },
  'service-code-taken': {
    what: 'There is a service {service} already.',
    fix: 'Choose another code.',
  },
  'holder-not-found': {
    what: 'There is no person or service {id} that could hold a key.',
    fix: 'Take the id of an active person or of a service.',
  },
  'scope-not-for-holder': {
    what: 'This holder may not have {scope}.',
    fix: 'Leave it out: programs do not approve, and partners only read what is theirs.',
  },
  'scope-not-own': {
    what: 'Nobody gives themselves {scope}.',
    fix: 'Ask another administrator.',
  },
  'key-expiry-invalid': {
    what: 'A key expires within 400 days, and not before it is issued.',
    fix: 'Choose a day from tomorrow on that is near enough.',
  },
  'key-not-found': {
    what: 'There is no key {id}.',
    fix: 'Take the id from the list of keys.',
  },
  'administrator-exists': {
    what: 'There is an administrator already.',
    fix: 'Ask them for a key; the first one is made only once.',
  },
  'sandbox-too-many': {
    what: 'This tenant has made fifty sandboxes already.',
    fix: 'Go on in one of them: its day can be moved.',
  },
  'trial-not-here': {
    what: 'This server was not begun for trying out.',
    fix: 'Sign in; “openrebate start” on a machine of your own has a sandbox for everybody.',
  },
  'tenant-not-sandbox': {
    what: 'Only a sandbox is open to everybody and can be made anew; where a company stands on the real day, there is none.',
    fix: 'Work in the sandbox of the demo, or begin one in a tenant of its own.',
  },
  'trial-company-exists': {
    what: 'Somebody has begun a company here already.',
    fix: 'Sign in with the password that was chosen then; further tenants are made by “openrebate tenant create”.',
  },
  'account-exists': {
    what: '{email} has an account already.',
    fix: 'Sign in with it, or take another address.',
  },
  'sandbox-reset-under-way': {
    what: 'The sandbox is being made anew already.',
    fix: 'Wait until it stands; the present one can be used meanwhile.',
  },
  'session-needed': {
    what: 'This needs somebody who is signed in at a browser.',
    fix: 'Sign in; a key does not open it.',
  },
  'session-ended': {
    what: 'The session has ended.',
    fix: 'Sign in again.',
  },
  'request-not-from-page': {
    what: 'This request does not come from a page of ours.',
    fix: 'Send the header “X-OpenRebate: 1” from a page of this server; programs use a key.',
  },
  'tenant-not-chosen': {
    what: 'This account works in no tenant at the moment.',
    fix: 'Choose one of your tenants; if there is none, ask an administrator for an invitation.',
  },
  'tenant-not-yours': {
    what: 'You have no tenant {tenant}.',
    fix: 'Choose one of the list of your tenants.',
  },
  'sign-in-failed': {
    what: 'The e-mail address or the password is wrong.',
    fix: 'Try again, or have a new password set; after several failures wait for a quarter of an hour.',
  },
  'password-wrong': {
    what: 'The present password is wrong.',
    fix: 'Type the password that you sign in with now.',
  },
  'password-too-short': {
    what: 'The password is shorter than {least} characters.',
    fix: 'Take at least {least}, such as four words of your own.',
  },
  'password-too-common': {
    what: 'This password is among the first that others would try.',
    fix: 'Take one that is neither your name nor one sign after the other nor in every list, such as four words of your own.',
  },
  'email-invalid': {
    what: '{email} is no e-mail address.',
    fix: 'Write it as name@example.com.',
  },
  'account-not-found': {
    what: 'There is no account {email}.',
    fix: 'Check the address, or create the account.',
  },
  'member-exists': {
    what: '{login} has an account here already, or the account belongs to another person here.',
    fix: 'Give each person one account.',
  },
  'session-not-found': {
    what: 'There is no session {id}.',
    fix: 'Take the id from the list of your sessions.',
  },
  'code-wrong': {
    what: 'The code is wrong, over, or used already.',
    fix: 'Type the newest one; the clock of the device has to be right. A recovery code works once.',
  },
  'ticket-invalid': {
    what: 'This sign-in is over.',
    fix: 'Begin again with e-mail and password.',
  },
  'totp-exists': {
    what: 'There are codes by time already.',
    fix: 'End them first, then begin anew.',
  },
  'factor-missing': {
    what: 'There is no second factor to recover.',
    fix: 'Set up codes by time or a passkey first; they bring recovery codes with them.',
  },
  'passkey-refused': {
    what: 'The passkey was not accepted.',
    fix: 'Try again at the address where it was made; if it was taken away, sign in with the password.',
  },
  'passkey-too-many': {
    what: 'There are as many passkeys as an account can have.',
    fix: 'Take one away that is used no more.',
  },
  'passkey-not-found': {
    what: 'There is no passkey {id}.',
    fix: 'Take the id from the list of your passkeys.',
  },
  'second-factor-needed': {
    what: 'A second factor is needed here.',
    fix: 'Set up codes by time or a passkey under “Your account”, or sign in with the one that there is.',
  },
  'sso-not-set-up': {
    what: 'Single sign-on is not set up there.',
    fix: 'Check the code of your company, or sign in with a password.',
  },
  'sso-not-answering': {
    what: 'The provider of your company does not answer.',
    fix: 'Try again later; if it stays so, the administrator checks the issuer under Settings.',
  },
  'sso-refused': {
    what: 'What the provider answered does not hold.',
    fix: 'Begin again, in the same tab; an answer counts once, for ten minutes.',
  },
  'sso-nobody': {
    what: 'The provider knows you, and nobody has let you in here.',
    fix: 'Ask your administrator for an invitation to the address that the provider has verified.',
  },
  'webhook-address-invalid': {
    what: '{url} is no address that something can be sent to.',
    fix: 'Give an address such as https://erp.example.com/openrebate, without a name and password in it.',
  },
  'webhook-address-not-https': {
    what: '{url} is not reached by HTTPS, so anybody on the way could read along.',
    fix: 'Give an address with https://. Hosts of your own network that the operator has named may be reached by http:// as well.',
  },
  'webhook-address-private': {
    what: '{url} is in a network of our own, which nobody is to reach through this program.',
    fix: 'Give an address of the public internet, or ask the operator to name the host in WEBHOOK_PRIVATE_HOSTS.',
  },
  'webhook-too-many': {
    what: 'There are {max} webhooks already.',
    fix: 'End one that is not needed, or let one address serve several purposes.',
  },
  'webhook-not-found': {
    what: 'There is no webhook {id}.',
    fix: 'List the webhooks; one that has ended is shown no more.',
  },
  'webhook-delivery-not-found': {
    what: 'Nothing was or is to be sent there under the id {id}.',
    fix: 'List the deliveries of the webhook; they are kept for ninety days.',
  },
  'sso-secret-missing': {
    what: 'The secret of the client is missing.',
    fix: 'Give the one that this provider has issued; the secret of another one is not sent to it.',
  },
  'account-not-shown': {
    what: 'You are signed in by single sign-on, which does not open the account itself.',
    fix: 'Sign in with the password or a passkey of the account.',
  },
  'address-of-another-tenant': {
    what: 'This address is of another company.',
    fix: 'Ask at the address of yours, or at the one that is for all.',
  },
  'accent-too-faint': {
    what: '{colour} cannot be read well: its contrast with {on} is {contrast}, and {needed} is needed.',
    fix: 'Take {nearest}, the nearest that can be read, or another colour.',
  },
  'logo-not-png': {
    what: 'This is no PNG that can be shown.',
    fix: 'Save the picture as a PNG of at most {limit} bytes, without interlacing. Drawings in SVG can hold scripts, and are not taken.',
  },
  'logo-size': {
    what: 'The picture has {width} × {height} points.',
    fix: 'Each side has {least} to {most} points; scale the picture.',
  },
  'logo-not-found': {
    what: 'There is no such logo.',
    fix: 'Bring the picture in first; a logo is named by the hash that is answered then.',
  },
  'invitation-not-found': {
    what: 'There is no invitation {id} that waits.',
    fix: 'Take the id from the list of invitations; who has accepted is a person.',
  },
  'invitation-invalid': {
    what: 'This invitation does not work, or works no more.',
    fix: 'Open the newest mail; if it is over or used, ask whoever has invited you for another one.',
  },
  'notice-not-found': {
    what: 'There is no notice {id} of yours.',
    fix: 'Take the id from the list of your notices.',
  },
  'company-code-taken': {
    what: 'There is a company {company} already.',
    fix: 'Choose another code; a code never changes, the name can.',
  },
  'comment-place-not-found': {
    what: 'There is nothing to comment on: {id}.',
    fix: 'Name an agreement by its code, or a claim, settlement or import by its id.',
  },
  'mail-link-invalid': {
    what: 'This link does not work.',
    fix: 'Open it as it stands in the mail, or choose in your account which mails you want.',
  },
  'view-not-found': {
    what: 'There is no view {id} of yours.',
    fix: 'Take the id from the list of your views.',
  },
  'view-name-taken': {
    what: 'You have a view called “{name}” already.',
    fix: 'Choose another name, or save over that one.',
  },
  'view-too-many': {
    what: 'You have {limit} views of this list, and more are not kept.',
    fix: 'Delete one that you need no more.',
  },
  'subscription-not-found': {
    what: 'There is no subscription {id} of yours.',
    fix: 'Take the id from the list of your subscriptions.',
  },
  'subscription-too-many': {
    what: 'You have {limit} subscriptions, and more are not kept.',
    fix: 'End one that you need no more.',
  },
  'time-zone-unknown': {
    what: '“{timeZone}” is not a time zone that we know.',
    fix: 'Name one as IANA does, such as Europe/Berlin.',
  },
  'reset-invalid': {
    what: 'This link does not work, or works no more.',
    fix: 'Open the newest mail; if an hour has passed, or it was used, ask for another link.',
  },
  'role-not-for-person': {
    what: '{login} cannot have the role {role}.',
    fix: 'Give persons of partners roles of partners, and our own people the others.',
  },
  'amount-above-limit': {
    what: '{amount} is more than you may approve at once: {limit}.',
    fix: 'Have somebody approve it whose limit is higher.',
  },
  'company-not-yours': {
    what: 'Your role is not for the company {company}.',
    fix: 'Have somebody do it whose role is.',
  },
  'method-not-allowed': {
    what: 'This address does not take {method}.',
    fix: 'It takes {allowed}.',
  },
  'host-not-allowed': {
    what: 'The server does not answer to this name.',
    fix: 'Open it under the address that it printed at its start, or set PUBLIC_URL.',
  },
  'database-not-answering': {
    what: 'The database does not answer.',
    fix: 'Nothing is lost. Try again in a moment; if it stays so, see whether the database is running.',
  },
  'server-not-ready': {
    what: 'The server cannot work yet: {causes}.',
    fix: 'Wait for it, or have its operator look: `openrebate doctor` says what to do.',
  },
  'server-stopping': {
    what: 'The server is stopping.',
    fix: 'Nothing was done. Send the request again, with the same Idempotency-Key.',
  },
  'server-busy': {
    what: 'The server has too much to do.',
    fix: 'Nothing was done. Send the request again in a moment, with the same Idempotency-Key.',
  },
  'exports-busy': {
    what: 'As many exports are under way as are done at once, of this tenant or in all.',
    fix: 'Wait until one of them has ended, and ask again.',
  },
  'too-many-requests': {
    what: 'There were too many requests.',
    fix: 'Wait as long as Retry-After says.',
  },
  'disk-full': {
    what: 'There is too little room on the disk of {folder}: {free} MiB are free, {needed} MiB are needed.',
    fix: 'Nothing that was acknowledged is lost. Make room; the program goes on by itself.',
  },
  'storage-full': {
    what: 'A disk of the server has no room left.',
    fix: 'Nothing was done. `/readyz` says what the disk holds; once there is room, send the request again with the same Idempotency-Key.',
  },
  'storage-failed': {
    what: 'A disk of the server does not work as it should: {reason}.',
    fix: 'Send the request again with the same Idempotency-Key; if it stays so, have the operator look at the disk.',
  },
  'configuration-invalid': {
    what: '“{value}” is not a valid value of {variable}.',
    fix: 'Expected: {expected}.',
  },
  'configuration-incomplete': {
    what: '{variable} is set, and {needed} is not.',
    fix: 'Set both, or neither.',
  },
  'configuration-host-not-loopback': {
    what: 'The server does not listen on “{value}” while everybody may look at the demo without a key.',
    fix: 'Use 127.0.0.1, ::1 or localhost; or `openrebate serve`, which asks for keys.',
  },
  'state-folder-not-usable': {
    what: 'The folder {folder} is of no use to the user {user}: {reason} ({detail}).',
    fix: 'Correct its owner or rights, or name another folder in OPENREBATE_HOME.',
  },
  'database-other-major': {
    what: 'The database in {folder} was made by PostgreSQL {found}; this program brings {ours}. Nothing was touched.',
    fix: 'Type, with the program that made it: OPENREBATE_HOME={folder} openrebate backup openrebate-{found}.backup. Then, with this one: OPENREBATE_HOME={folder}-{ours} openrebate restore openrebate-{found}.backup.',
  },
  'database-embedded-unavailable': {
    what: 'The embedded PostgreSQL does not work on {platform}: {reason}.',
    fix: 'Install the packages again, or name a PostgreSQL of your own in DATABASE_URL.',
  },
  'database-not-reachable': {
    what: 'The database cannot be reached[: {reason}].',
    fix: 'Check that it is running and that the address is right[; its log is {log}].',
  },
  'database-role-bypasses-walls': {
    what: 'The role {role} would not be held by the walls between tenants: {reason}.',
    fix: 'Connect with the application role that the migration prepares.',
  },
  'database-role-missing': {
    what: 'The role {role} does not exist, or is not granted to the role that migrates.',
    fix: 'Create or grant it, then migrate again.',
  },
  'database-version-unsupported': {
    what: 'PostgreSQL {version} is too old.',
    fix: 'Use PostgreSQL {oldest} or newer.',
  },
  'database-schema-newer': {
    what: 'The database is at migration {found}, this program knows {known}.',
    fix: 'Start the newer program.',
  },
  'database-not-migrated': {
    what: 'The database is at migration {found}, this program needs {needed}.',
    fix: 'Run “openrebate migrate” with MIGRATION_DATABASE_URL.',
  },
};
