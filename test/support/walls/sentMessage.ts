/** What is said in a message of the portal, as SQL: by the person of OWN-P1, but for what is named. */
export type Sent = {
  readonly tenant?: string;
  readonly partner?: string;
  readonly claim?: string;
  readonly by?: string;
  readonly key?: string;
};

export function sentMessage(sent: Sent): string {
  const { tenant, partner = `'OWN-P1'`, claim = 'NULL', by = `'person:own'`, key = `'k'` } = sent;
  const kind = claim === 'NULL' ? 'claims' : 'comment';
  return `INSERT INTO claim_message (tenant_id, partner_id, id, kind, claim_id, said, sent_by, sent_key,
      request_hash, recorded_at)
    SELECT '${tenant}', ${partner}, gen_random_uuid(), '${kind}', ${claim}, '{}', ${by}, ${key}, ${key}, now()`;
}
