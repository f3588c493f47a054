-- step by step
-- Nothing but its codes in any coded column: new rows at once, former ones without holding anybody up. One statement a
-- table, so that each is locked once for an instant, and read through once.
ALTER TABLE "cadre"
  ADD CONSTRAINT "cadre_sex_code" CHECK ("cadre"."sex" in ('MALE', 'FEMALE', 'UNKNOWN')) NOT VALID,
  ADD CONSTRAINT "cadre_political_status_code" CHECK ("cadre"."political_status" in ('PARTY_MEMBER', 'PROBATIONARY_MEMBER', 'YOUTH_LEAGUE', 'REVOLUTIONARY_COMMITTEE', 'DEMOCRATIC_LEAGUE', 'NATIONAL_CONSTRUCTION', 'PROMOTING_DEMOCRACY', 'PEASANTS_AND_WORKERS', 'ZHI_GONG', 'JIUSAN', 'TAIWAN_LEAGUE', 'NO_PARTY', 'MASSES')) NOT VALID,
  ADD CONSTRAINT "cadre_status_code" CHECK ("cadre"."status" in ('ACTIVE', 'LEFT')) NOT VALID;--> statement-breakpoint
-- The first line of an epoch, one or two of them, is of no entity; it was written as one without a name.
ALTER TABLE "record_change" ALTER COLUMN "entity" DROP NOT NULL;--> statement-breakpoint
-- until nothing is left
UPDATE "record_change" SET "entity" = null WHERE "county_code" = '000000' AND "entity" = '';--> statement-breakpoint
ALTER TABLE "record_change"
  ADD CONSTRAINT "record_change_entity_code" CHECK ("record_change"."entity" in ('COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH')) NOT VALID,
  ADD CONSTRAINT "record_change_kind_code" CHECK ("record_change"."kind" in ('INSERTED', 'UPDATED', 'REMOVED')) NOT VALID;--> statement-breakpoint
ALTER TABLE "county"
  ADD CONSTRAINT "county_load_policy_code" CHECK ("county"."load_policy" in ('WARN', 'REFUSE')) NOT VALID;--> statement-breakpoint
ALTER TABLE "duty_rule"
  ADD CONSTRAINT "duty_rule_category_code" CHECK ("duty_rule"."category" in ('ORDINARY', 'RELIEVED', 'UNSTABLE', 'MARGINAL', 'SUDDEN')) NOT VALID,
  ADD CONSTRAINT "duty_rule_frequency_code" CHECK ("duty_rule"."frequency" in ('QUARTER', 'MONTH')) NOT VALID,
  ADD CONSTRAINT "duty_rule_risk_frequency_code" CHECK ("duty_rule"."risk_frequency" in ('QUARTER', 'MONTH')) NOT VALID,
  ADD CONSTRAINT "duty_rule_modes_code" CHECK ("duty_rule"."modes" <@ array['IN_PERSON', 'PHONE', 'VIDEO']::text[]) NOT VALID;--> statement-breakpoint
ALTER TABLE "division"
  ADD CONSTRAINT "division_level_code" CHECK ("division"."level" in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'VILLAGE')) NOT VALID;--> statement-breakpoint
ALTER TABLE "export_job"
  ADD CONSTRAINT "export_job_format_code" CHECK ("export_job"."format" in ('JSONL', 'XLSX')) NOT VALID,
  ADD CONSTRAINT "export_job_status_code" CHECK ("export_job"."status" in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED', 'CANCELLED')) NOT VALID;--> statement-breakpoint
ALTER TABLE "household"
  ADD CONSTRAINT "household_category_code" CHECK ("household"."category" in ('ORDINARY', 'RELIEVED', 'UNSTABLE', 'MARGINAL', 'SUDDEN')) NOT VALID,
  ADD CONSTRAINT "household_status_code" CHECK ("household"."status" in ('ACTIVE', 'MERGED', 'MOVED', 'CLOSED')) NOT VALID;--> statement-breakpoint
ALTER TABLE "household_category"
  ADD CONSTRAINT "household_category_category_code" CHECK ("household_category"."category" in ('ORDINARY', 'RELIEVED', 'UNSTABLE', 'MARGINAL', 'SUDDEN')) NOT VALID;--> statement-breakpoint
ALTER TABLE "household_income"
  ADD CONSTRAINT "household_income_item_code" CHECK ("household_income"."item" in ('A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2', 'C3', 'C4', 'C5', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'E1', 'E2', 'E3', 'E4')) NOT VALID;--> statement-breakpoint
ALTER TABLE "household_risk"
  ADD CONSTRAINT "household_risk_kind_code" CHECK ("household_risk"."kind" in ('ILLNESS', 'NATURAL_DISASTER', 'FLOOD', 'GEOLOGICAL', 'DROUGHT', 'BIOLOGICAL', 'WEATHER', 'EARTHQUAKE', 'OTHER_DISASTER', 'DISABILITY', 'LABOUR_SHORTAGE', 'ACCIDENT', 'INDUSTRY_FAILURE', 'UNSTABLE_WORK', 'SCHOOLING', 'HOUSING', 'WATER', 'FIRE', 'OTHER')) NOT VALID,
  ADD CONSTRAINT "household_risk_status_code" CHECK ("household_risk"."status" in ('OPEN', 'HELPED', 'NATURAL')) NOT VALID;--> statement-breakpoint
ALTER TABLE "member"
  ADD CONSTRAINT "member_relation_code" CHECK ("member"."relation" in ('HEAD', 'SPOUSE', 'SON', 'DAUGHTER', 'DAUGHTER_IN_LAW', 'SON_IN_LAW', 'GRANDSON', 'GRANDDAUGHTER', 'MATERNAL_GRANDSON', 'MATERNAL_GRANDDAUGHTER', 'GRANDSONS_WIFE', 'GRANDDAUGHTERS_HUSBAND', 'GREAT_GRANDSON', 'GREAT_GRANDDAUGHTER', 'FATHER', 'MOTHER', 'HUSBANDS_FATHER', 'HUSBANDS_MOTHER', 'WIFES_FATHER', 'WIFES_MOTHER', 'GRANDFATHER', 'GRANDMOTHER', 'MATERNAL_GRANDFATHER', 'MATERNAL_GRANDMOTHER', 'SIBLING', 'BROTHERS_WIFE', 'SISTERS_HUSBAND', 'NEPHEW', 'NIECE', 'UNCLE', 'OTHER_RELATIVE', 'NON_RELATIVE', 'OTHER')) NOT VALID,
  ADD CONSTRAINT "member_sex_code" CHECK ("member"."sex" in ('MALE', 'FEMALE', 'UNKNOWN')) NOT VALID,
  ADD CONSTRAINT "member_document_kind_code" CHECK ("member"."document_kind" in ('RESIDENT_ID', 'HOUSEHOLD_REGISTER', 'DISABILITY_CERTIFICATE', 'PASSPORT', 'OFFICER_CARD', 'RESIDENCE_PERMIT', 'BIRTH_CERTIFICATE', 'NONE_YET', 'OTHER')) NOT VALID,
  ADD CONSTRAINT "member_ethnicity_code" CHECK ("member"."ethnicity" in ('HAN', 'MONGOL', 'HUI', 'ZANG', 'UYGUR', 'MIAO', 'YI', 'ZHUANG', 'BUYEI', 'CHOSEN', 'MAN', 'DONG', 'YAO', 'BAI', 'TUJIA', 'HANI', 'KAZAK', 'DAI', 'LI', 'LISU', 'VA', 'SHE', 'GAOSHAN', 'LAHU', 'SUI', 'DONGXIANG', 'NAXI', 'JINGPO', 'KIRGIZ', 'TU', 'DAUR', 'MULAO', 'QIANG', 'BLANG', 'SALAR', 'MAONAN', 'GELAO', 'XIBE', 'ACHANG', 'PUMI', 'TAJIK', 'NU', 'UZBEK', 'RUSS', 'EWENKI', 'DEANG', 'BONAN', 'YUGUR', 'GIN', 'TATAR', 'DERUNG', 'OROQEN', 'HEZHEN', 'MONBA', 'LHOBA', 'JINO', 'OTHER', 'FOREIGN_ORIGIN')) NOT VALID,
  ADD CONSTRAINT "member_education_code" CHECK ("member"."education" in ('ILLITERATE', 'PRIMARY', 'JUNIOR_MIDDLE', 'SENIOR_MIDDLE', 'JUNIOR_COLLEGE', 'BACHELOR_OR_ABOVE')) NOT VALID,
  ADD CONSTRAINT "member_school_status_code" CHECK ("member"."school_status" in ('UNDER_SCHOOL_AGE', 'PRESCHOOL', 'PRIMARY', 'JUNIOR_MIDDLE', 'GRADE_7', 'GRADE_8', 'GRADE_9', 'SENIOR', 'SENIOR_1', 'SENIOR_2', 'SENIOR_3', 'VOCATIONAL', 'VOCATIONAL_1', 'VOCATIONAL_2', 'VOCATIONAL_3', 'COLLEGE', 'COLLEGE_1', 'COLLEGE_2', 'COLLEGE_3', 'TECHNICIAN', 'TECHNICIAN_1', 'TECHNICIAN_2', 'TECHNICIAN_3', 'TECHNICIAN_4', 'BACHELOR', 'BACHELOR_1', 'BACHELOR_2', 'BACHELOR_3', 'BACHELOR_4', 'BACHELOR_5', 'GRADUATE')) NOT VALID,
  ADD CONSTRAINT "member_dropout_reason_code" CHECK ("member"."dropout_reason" in ('ILLNESS', 'DISABILITY', 'UNWILLING', 'HARDSHIP', 'WORK', 'MARRIAGE', 'DISTANCE', 'DELAYED_ENTRY', 'OTHER')) NOT VALID,
  ADD CONSTRAINT "member_labour_code" CHECK ("member"."labour" in ('ORDINARY', 'SKILLED', 'WEAK', 'LOST', 'NONE')) NOT VALID,
  ADD CONSTRAINT "member_health_code" CHECK ("member"."health" <@ array['HEALTHY', 'CHRONIC', 'SERIOUS', 'DISABLED']::text[]) NOT VALID,
  ADD CONSTRAINT "member_political_status_code" CHECK ("member"."political_status" in ('PARTY_MEMBER', 'PROBATIONARY_MEMBER', 'YOUTH_LEAGUE', 'REVOLUTIONARY_COMMITTEE', 'DEMOCRATIC_LEAGUE', 'NATIONAL_CONSTRUCTION', 'PROMOTING_DEMOCRACY', 'PEASANTS_AND_WORKERS', 'ZHI_GONG', 'JIUSAN', 'TAIWAN_LEAGUE', 'NO_PARTY', 'MASSES')) NOT VALID,
  ADD CONSTRAINT "member_work_place_code" CHECK ("member"."work_place" in ('COUNTY', 'PROVINCE', 'OUTSIDE')) NOT VALID,
  ADD CONSTRAINT "member_left_reason_code" CHECK ("member"."left_reason" in ('DEATH', 'MARRIED_OUT', 'SPLIT', 'MOVED', 'MILITARY', 'PRISON', 'MISSING', 'HOUSEHOLD_CLOSED', 'OTHER')) NOT VALID;--> statement-breakpoint
ALTER TABLE "app_user"
  ADD CONSTRAINT "app_user_status_code" CHECK ("app_user"."status" in ('ACTIVE', 'DISABLED')) NOT VALID;--> statement-breakpoint
ALTER TABLE "user_grant"
  ADD CONSTRAINT "user_grant_role_code" CHECK ("user_grant"."role" in ('SYSTEM_ADMINISTRATOR', 'SECURITY_AUDITOR', 'COUNTY_DESK', 'TOWNSHIP_REVIEWER', 'VILLAGE_CADRE', 'GRID_MEMBER', 'HELPER', 'INSURER', 'FUND_ACCOUNTANT', 'OVERSEER', 'EVALUATOR', 'API_CLIENT')) NOT VALID;--> statement-breakpoint
ALTER TABLE "second_factor_policy"
  ADD CONSTRAINT "second_factor_policy_required_roles_code" CHECK ("second_factor_policy"."required_roles" <@ array['SYSTEM_ADMINISTRATOR', 'SECURITY_AUDITOR', 'COUNTY_DESK', 'TOWNSHIP_REVIEWER', 'VILLAGE_CADRE', 'GRID_MEMBER', 'HELPER', 'INSURER', 'FUND_ACCOUNTANT', 'OVERSEER', 'EVALUATOR', 'API_CLIENT']::text[]) NOT VALID;--> statement-breakpoint
ALTER TABLE "import_batch"
  ADD CONSTRAINT "import_batch_kind_code" CHECK ("import_batch"."kind" in ('ROSTER', 'MEMBERS', 'VISITS')) NOT VALID,
  ADD CONSTRAINT "import_batch_status_code" CHECK ("import_batch"."status" in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED', 'ROLLED_BACK')) NOT VALID;--> statement-breakpoint
ALTER TABLE "import_heading"
  ADD CONSTRAINT "import_heading_kind_code" CHECK ("import_heading"."kind" in ('ROSTER', 'MEMBERS', 'VISITS')) NOT VALID;--> statement-breakpoint
ALTER TABLE "import_row"
  ADD CONSTRAINT "import_row_result_code" CHECK ("import_row"."result" in ('CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED')) NOT VALID;--> statement-breakpoint
ALTER TABLE "organization"
  ADD CONSTRAINT "organization_level_code" CHECK ("organization"."level" in ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'OTHER')) NOT VALID;--> statement-breakpoint
ALTER TABLE "pairing"
  ADD CONSTRAINT "pairing_role_code" CHECK ("pairing"."role" in ('MAIN', 'ASSISTANT')) NOT VALID,
  ADD CONSTRAINT "pairing_end_reason_code" CHECK ("pairing"."end_reason" in ('HANDED_OVER', 'CADRE_LEFT', 'HOUSEHOLD_CLOSED', 'ENDED', 'MISTAKE', 'OTHER')) NOT VALID;--> statement-breakpoint
ALTER TABLE "duty_excuse"
  ADD CONSTRAINT "duty_excuse_reason_code" CHECK ("duty_excuse"."reason" in ('LEAVE', 'DEATH', 'MOVED', 'SUSPENDED', 'OTHER')) NOT VALID;--> statement-breakpoint
ALTER TABLE "problem"
  ADD CONSTRAINT "problem_kind_code" CHECK ("problem"."kind" in ('MEDICAL', 'EDUCATION', 'HOUSING', 'WATER', 'EMPLOYMENT', 'INDUSTRY', 'INCOME', 'SAFETY_NET', 'CARE', 'DISASTER', 'INFRASTRUCTURE', 'ENVIRONMENT', 'POLICY', 'DISPUTE', 'OTHER')) NOT VALID,
  ADD CONSTRAINT "problem_status_code" CHECK ("problem"."status" in ('OPEN', 'IN_HAND', 'SOLVED', 'UNSOLVABLE')) NOT VALID;--> statement-breakpoint
ALTER TABLE "problem_step"
  ADD CONSTRAINT "problem_step_from_status_code" CHECK ("problem_step"."from_status" in ('OPEN', 'IN_HAND', 'SOLVED', 'UNSOLVABLE')) NOT VALID,
  ADD CONSTRAINT "problem_step_to_status_code" CHECK ("problem_step"."to_status" in ('OPEN', 'IN_HAND', 'SOLVED', 'UNSOLVABLE')) NOT VALID;--> statement-breakpoint
ALTER TABLE "visit"
  ADD CONSTRAINT "visit_mode_code" CHECK ("visit"."mode" in ('IN_PERSON', 'PHONE', 'VIDEO')) NOT VALID,
  ADD CONSTRAINT "visit_income_change_code" CHECK ("visit"."income_change" in ('UP', 'SAME', 'DOWN')) NOT VALID,
  ADD CONSTRAINT "visit_status_code" CHECK ("visit"."status" in ('VALID', 'WITHDRAWN')) NOT VALID,
  ADD CONSTRAINT "visit_source_code" CHECK ("visit"."source" in ('APP', 'CONSOLE', 'IMPORT', 'API')) NOT VALID;--> statement-breakpoint
ALTER TABLE "visit_check"
  ADD CONSTRAINT "visit_check_item_code" CHECK ("visit_check"."item" in ('FOOD', 'CLOTHING', 'SCHOOLING', 'MEDICAL', 'HOUSING', 'WATER')) NOT VALID,
  ADD CONSTRAINT "visit_check_answer_code" CHECK ("visit_check"."answer" in ('OK', 'CONCERN', 'FAILED')) NOT VALID;--> statement-breakpoint
ALTER TABLE "webhook"
  ADD CONSTRAINT "webhook_types_code" CHECK ("webhook"."types" <@ array['COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH']::text[]) NOT VALID,
  ADD CONSTRAINT "webhook_status_code" CHECK ("webhook"."status" in ('ACTIVE', 'PAUSED')) NOT VALID,
  ADD CONSTRAINT "webhook_pause_reason_code" CHECK ("webhook"."pause_reason" in ('BY_HAND', 'FAILING', 'OWNER')) NOT VALID;--> statement-breakpoint
ALTER TABLE "webhook_delivery"
  ADD CONSTRAINT "webhook_delivery_kind_code" CHECK ("webhook_delivery"."kind" in ('CHANGES', 'RESET', 'TEST')) NOT VALID,
  ADD CONSTRAINT "webhook_delivery_status_code" CHECK ("webhook_delivery"."status" in ('WAITING', 'DELIVERED', 'FAILED')) NOT VALID,
  ADD CONSTRAINT "webhook_delivery_failure_code" CHECK ("webhook_delivery"."failure" in ('STATUS', 'REDIRECT', 'TIMEOUT', 'ADDRESS', 'UNREACHABLE')) NOT VALID;--> statement-breakpoint
ALTER TABLE "cadre"
  VALIDATE CONSTRAINT "cadre_sex_code",
  VALIDATE CONSTRAINT "cadre_political_status_code",
  VALIDATE CONSTRAINT "cadre_status_code";--> statement-breakpoint
ALTER TABLE "record_change"
  VALIDATE CONSTRAINT "record_change_entity_code",
  VALIDATE CONSTRAINT "record_change_kind_code";--> statement-breakpoint
ALTER TABLE "county"
  VALIDATE CONSTRAINT "county_load_policy_code";--> statement-breakpoint
ALTER TABLE "duty_rule"
  VALIDATE CONSTRAINT "duty_rule_category_code",
  VALIDATE CONSTRAINT "duty_rule_frequency_code",
  VALIDATE CONSTRAINT "duty_rule_risk_frequency_code",
  VALIDATE CONSTRAINT "duty_rule_modes_code";--> statement-breakpoint
ALTER TABLE "division"
  VALIDATE CONSTRAINT "division_level_code";--> statement-breakpoint
ALTER TABLE "export_job"
  VALIDATE CONSTRAINT "export_job_format_code",
  VALIDATE CONSTRAINT "export_job_status_code";--> statement-breakpoint
ALTER TABLE "household"
  VALIDATE CONSTRAINT "household_category_code",
  VALIDATE CONSTRAINT "household_status_code";--> statement-breakpoint
ALTER TABLE "household_category"
  VALIDATE CONSTRAINT "household_category_category_code";--> statement-breakpoint
ALTER TABLE "household_income"
  VALIDATE CONSTRAINT "household_income_item_code";--> statement-breakpoint
ALTER TABLE "household_risk"
  VALIDATE CONSTRAINT "household_risk_kind_code",
  VALIDATE CONSTRAINT "household_risk_status_code";--> statement-breakpoint
ALTER TABLE "member"
  VALIDATE CONSTRAINT "member_relation_code",
  VALIDATE CONSTRAINT "member_sex_code",
  VALIDATE CONSTRAINT "member_document_kind_code",
  VALIDATE CONSTRAINT "member_ethnicity_code",
  VALIDATE CONSTRAINT "member_education_code",
  VALIDATE CONSTRAINT "member_school_status_code",
  VALIDATE CONSTRAINT "member_dropout_reason_code",
  VALIDATE CONSTRAINT "member_labour_code",
  VALIDATE CONSTRAINT "member_health_code",
  VALIDATE CONSTRAINT "member_political_status_code",
  VALIDATE CONSTRAINT "member_work_place_code",
  VALIDATE CONSTRAINT "member_left_reason_code";--> statement-breakpoint
ALTER TABLE "app_user"
  VALIDATE CONSTRAINT "app_user_status_code";--> statement-breakpoint
ALTER TABLE "user_grant"
  VALIDATE CONSTRAINT "user_grant_role_code";--> statement-breakpoint
ALTER TABLE "second_factor_policy"
  VALIDATE CONSTRAINT "second_factor_policy_required_roles_code";--> statement-breakpoint
ALTER TABLE "import_batch"
  VALIDATE CONSTRAINT "import_batch_kind_code",
  VALIDATE CONSTRAINT "import_batch_status_code";--> statement-breakpoint
ALTER TABLE "import_heading"
  VALIDATE CONSTRAINT "import_heading_kind_code";--> statement-breakpoint
ALTER TABLE "import_row"
  VALIDATE CONSTRAINT "import_row_result_code";--> statement-breakpoint
ALTER TABLE "organization"
  VALIDATE CONSTRAINT "organization_level_code";--> statement-breakpoint
ALTER TABLE "pairing"
  VALIDATE CONSTRAINT "pairing_role_code",
  VALIDATE CONSTRAINT "pairing_end_reason_code";--> statement-breakpoint
ALTER TABLE "duty_excuse"
  VALIDATE CONSTRAINT "duty_excuse_reason_code";--> statement-breakpoint
ALTER TABLE "problem"
  VALIDATE CONSTRAINT "problem_kind_code",
  VALIDATE CONSTRAINT "problem_status_code";--> statement-breakpoint
ALTER TABLE "problem_step"
  VALIDATE CONSTRAINT "problem_step_from_status_code",
  VALIDATE CONSTRAINT "problem_step_to_status_code";--> statement-breakpoint
ALTER TABLE "visit"
  VALIDATE CONSTRAINT "visit_mode_code",
  VALIDATE CONSTRAINT "visit_income_change_code",
  VALIDATE CONSTRAINT "visit_status_code",
  VALIDATE CONSTRAINT "visit_source_code";--> statement-breakpoint
ALTER TABLE "visit_check"
  VALIDATE CONSTRAINT "visit_check_item_code",
  VALIDATE CONSTRAINT "visit_check_answer_code";--> statement-breakpoint
ALTER TABLE "webhook"
  VALIDATE CONSTRAINT "webhook_types_code",
  VALIDATE CONSTRAINT "webhook_status_code",
  VALIDATE CONSTRAINT "webhook_pause_reason_code";--> statement-breakpoint
ALTER TABLE "webhook_delivery"
  VALIDATE CONSTRAINT "webhook_delivery_kind_code",
  VALIDATE CONSTRAINT "webhook_delivery_status_code",
  VALIDATE CONSTRAINT "webhook_delivery_failure_code";
