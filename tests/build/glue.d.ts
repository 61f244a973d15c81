// wasm-bindgen writes this module during the build.
declare module "*/glue.js";
