import { graphql } from '../../api/graphql.ts';

export const policyQuery = graphql(`
  query SecondFactorPolicy {
    secondFactorPolicy {
      requiredRoles
      stepUpToReveal
      stepUpMinutes
      version
    }
  }
`);

export const setPolicyMutation = graphql(`
  mutation SetSecondFactorPolicy($input: SetSecondFactorPolicyInput!) {
    setSecondFactorPolicy(input: $input) {
      policy {
        version
      }
    }
  }
`);
