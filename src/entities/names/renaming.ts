/** What stands between two names where it says that both name one thing: "X (formerly Y)", "X, known as Y", "X, née Y". */
export const RENAMING =
  /^[\s,]*[([]?\s*(?:(?:formerly|previously|originally|once|now|also|better|best|commonly|widely|then)\s+(?:known|called|named)(?:\s+as)?|(?:formerly|previously|originally|a\.?k\.?a\.?|née|nee|born|alias|nicknamed)|known\s+(?:simply\s+)?as)\s+(?:the\s+)?["“'‘]?$/iu;
