-- The yearly account of a household, summed from its lines: the letter of an item is its group, group E is what was
-- spent to earn. Per head it is rounded to the fen, halves away from zero, over the size on record, else the members
-- on file. Reads with the rights of whoever asks, so that the rules of the tables below hold for it too.
CREATE VIEW household_year WITH (security_invoker = true) AS
SELECT year.*,
  round(year.net_income::numeric / coalesce(nullif(household.size, 0), present.count))::bigint AS per_capita
FROM (
  SELECT county_code, household_id, village_code, year,
    coalesce(sum(amount) FILTER (WHERE left(item, 1) = 'A'), 0)::bigint AS wage,
    coalesce(sum(amount) FILTER (WHERE left(item, 1) = 'B'), 0)::bigint AS business,
    coalesce(sum(amount) FILTER (WHERE left(item, 1) = 'C'), 0)::bigint AS property,
    coalesce(sum(amount) FILTER (WHERE left(item, 1) = 'D'), 0)::bigint AS transfer,
    coalesce(sum(amount) FILTER (WHERE left(item, 1) = 'E'), 0)::bigint AS expense,
    sum(CASE WHEN left(item, 1) = 'E' THEN -amount ELSE amount END)::bigint AS net_income
  FROM household_income
  GROUP BY county_code, household_id, village_code, year
) AS year
JOIN household ON household.county_code = year.county_code AND household.id = year.household_id
LEFT JOIN LATERAL (
  SELECT nullif(count(*), 0) AS count FROM member
  WHERE member.county_code = year.county_code AND member.household_id = year.household_id AND member.left_on IS NULL
) AS present ON true;
