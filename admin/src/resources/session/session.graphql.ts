import { graphql } from '../../api/graphql.ts';

export const meQuery = graphql(`
  query Me {
    me {
      user {
        id
        username
        displayName
      }
      grants {
        role
        fromOn
        toOn
        division {
          code
          name
          path
        }
      }
      rights
      cadres {
        id
        countyCode
      }
      mustChangePassword
    }
  }
`);

export const loginMutation = graphql(`
  mutation Login($input: LoginInput!) {
    login(input: $input) {
      user {
        id
        displayName
      }
    }
  }
`);

export const logoutMutation = graphql(`
  mutation Logout {
    logout {
      ok
    }
  }
`);
