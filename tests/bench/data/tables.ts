/** The tables and columns that the generator fills; other columns take their defaults. */
const ofHousehold = ['county_code', 'id', 'household_id', 'village_code'];

export const tables = {
  organization: ['county_code', 'id', 'name', 'pinyin', 'level', 'created_at'],
  cadre: [
    ...['county_code', 'id', 'name', 'pinyin', 'sex', 'political_status', 'organization_id', 'job_title'],
    ...['division_code', 'phone_cipher', 'phone_hash', 'phone_masked', 'status', 'left_on', 'user_id'],
    'created_at',
  ],
  household: [
    ...['county_code', 'id', 'village_code', 'number', 'group_name', 'head_name', 'head_pinyin'],
    ...['head_id_masked', 'size', 'phone_cipher', 'phone_hash', 'phone_masked', 'category', 'status'],
    ...['closed_on', 'closed_reason', 'created_at'],
  ],
  member: [
    ...[...ofHousehold, 'name', 'pinyin', 'relation', 'sex', 'birth_on'],
    ...['resident_id_cipher', 'resident_id_hash', 'resident_id_masked', 'labour', 'health', 'has_dibao'],
    'created_at',
  ],
  household_category: [...ofHousehold, 'category', 'from_on', 'to_on', 'reason'],
  household_risk: [...ofHousehold, 'kind', 'status', 'identified_on', 'eliminated_on'],
  household_income: [...ofHousehold, 'year', 'item', 'amount'],
  pairing: [
    ...[...ofHousehold, 'cadre_id', 'role', 'started_on', 'ended_on', 'end_reason', 'reason'],
    ...['hand_over_note', 'former_id', 'created_at'],
  ],
  visit: [
    ...[...ofHousehold, 'pairing_id', 'cadre_id', 'visited_on', 'mode', 'met', 'findings', 'request'],
    ...['income_change', 'latitude', 'longitude', 'accuracy_metres', 'source', 'recorded_on', 'recorded_at'],
  ],
  visit_check: ['county_code', 'visit_id', 'item', 'answer'],
  problem: [
    ...[...ofHousehold, 'visit_id', 'kind', 'description', 'status', 'raised_on', 'handler'],
    ...['closed_on', 'outcome'],
  ],
  problem_step: [
    ...['county_code', 'id', 'problem_id', 'from_status', 'to_status', 'happened_on', 'note', 'recorded_at'],
  ],
  duty_excuse: [...ofHousehold, 'period', 'reason', 'excused_at'],
} as const satisfies Record<string, readonly string[]>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];
