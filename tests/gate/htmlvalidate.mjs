// What html-validate holds pages to, and why a few of its rules are off.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // Style of source text that no reader meets: HTML has both forms, and templates leave spaces.
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    // For files of other hosts. Ours come from the site itself, and transport.py lets no other be asked.
    "require-sri": "off",
    // Advice for search engines. Titles are the plan's own, and screen readers get them whole.
    "long-title": "off",
    // A table is a region only while it scrolls: a script gives the role and takes it back.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
};
