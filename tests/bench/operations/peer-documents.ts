/** The same for PostGraphile, with the names it generates. */
const cadre = 'cadreByCountyCodeAndCadreId';
const ofHousehold = 'ByCountyCodeAndHouseholdIdAndVillageCode';
const pairing = (more: string) =>
  `current: pairings${ofHousehold}(condition: { role: "MAIN", endedOn: null }, first: 1) { nodes { id ${more} } }`;

export const villagePage = /* GraphQL */ `
  query VillagePage($county: String!, $village: String!) {
    allHouseholds(
      condition: { countyCode: $county, villageCode: $village }
      first: 20
      orderBy: [HEAD_PINYIN_ASC, PRIMARY_KEY_ASC]
    ) {
      nodes {
        id headName headIdMasked phoneMasked number size category status
        divisionByVillageCode { code name path divisionByParentCode { code name } }
        ${pairing(`startedOn ${cadre} { id name jobTitle phoneMasked }`)}
        visits${ofHousehold}(first: 2, orderBy: [VISITED_ON_DESC, PRIMARY_KEY_DESC]) {
          nodes { id visitedOn mode findings }
        }
      }
    }
  }`;

const memberFields = `id version name relation sex birthOn documentKind residentIdMasked phoneMasked ethnicity
  education schoolStatus dropoutReason labour health politicalStatus workPlace workMonths hasDibao leftOn leftReason`;

/** The items of a year are beside it instead of nested, and former members are left out. */
export const householdPage = /* GraphQL */ `
  query HouseholdPage($county: String!, $id: UUID!) {
    householdByCountyCodeAndRowId(countyCode: $county, rowId: $id) {
      id version headName headIdMasked phoneMasked number size category status
      divisionByVillageCode { code name shortName path }
      groupName address note closedOn closedReason createdAt
      householdByCountyCodeAndMergedIntoId { id headName }
      ${pairing(`startedOn ${cadre} { id name jobTitle organizationByCountyCodeAndOrganizationId { id name } }`)}
      lastVisit: visits${ofHousehold}(condition: { status: "VALID" }, first: 1, orderBy: [VISITED_ON_DESC]) {
        nodes { id visitedOn }
      }
      members: members${ofHousehold}(condition: { leftOn: null }) { totalCount nodes { ${memberFields} } }
      householdYears${ofHousehold} {
        nodes { year wage business property transfer expense netIncome perCapita }
      }
      householdIncomes${ofHousehold} { nodes { year item amount } }
      householdRisks${ofHousehold} { nodes { id version kind status identifiedOn eliminatedOn note } }
      householdCategories${ofHousehold} { nodes { id category fromOn toOn reason } }
      pairings${ofHousehold}(first: 100, orderBy: [STARTED_ON_DESC]) {
        nodes {
          id role startedOn endedOn endReason reason handOverNote
          ${cadre} { id name organizationByCountyCodeAndOrganizationId { name } }
        }
      }
    }
    currentDuty: benchPeerDutyOfHousehold(county: $county, household: $id, first: 1) {
      nodes { period dueOn status isOverdue }
    }
  }`;

/** The statement that computes duties is wrapped in a function, because tables alone do not hold them. */
export const dueList = /* GraphQL */ `
  query DueList($county: String!, $cadre: UUID!) {
    benchPeerDutiesOfCadre(county: $county, cadre: $cadre, first: 50) {
      nodes {
        period dueOn status isOverdue daysLeft
        household${ofHousehold} { id headName category divisionByVillageCode { code name path } }
        ${cadre} { id name }
        visitByCountyCodeAndVisitId { id visitedOn mode }
        dutyExcuseByCountyCodeAndExcuseId { id reason note excusedAt }
      }
    }
  }`;

export const threeLevels = /* GraphQL */ `
  query ThreeLevels($county: String!, $village: String!) {
    allHouseholds(
      condition: { countyCode: $county, villageCode: $village }
      first: 25
      orderBy: [HEAD_PINYIN_ASC, PRIMARY_KEY_ASC]
    ) {
      nodes {
        id headName category
        members${ofHousehold}(condition: { leftOn: null }) { nodes { id name relation birthOn } }
        pairings${ofHousehold}(first: 5, orderBy: [STARTED_ON_DESC]) {
          nodes { id startedOn endedOn ${cadre} { id name organizationByCountyCodeAndOrganizationId { id name } } }
        }
        visits${ofHousehold}(first: 4, orderBy: [VISITED_ON_DESC]) {
          nodes {
            id visitedOn mode
            visitChecksByCountyCodeAndVisitId { nodes { item answer } }
            problemsByCountyCodeAndVisitId { nodes { id kind status } }
          }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`;

export const node = /* GraphQL */ `
  query Node($id: ID!) {
    node(id: $id) {
      id
      ... on Household {
        headName category
        divisionByVillageCode { code name }
        ${pairing(`${cadre} { id name }`)}
      }
    }
  }`;
