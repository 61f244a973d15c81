//! Style sheets in less bytes. The build uses this, too.

/// Removes comments, and white space at both ends of lines. The style sheets of this project break lines only where CSS needs no space.
pub fn compact(sheet: &str) -> String {
    let mut code = String::new();
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        code += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    code += rest;
    code.lines().map(str::trim).collect()
}
