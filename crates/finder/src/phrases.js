// The words of this part of the widget. Readers are told what was compared, never that something is true.

export const phrases = {
  ar: { found: "هذه الكلمات واردة في المقال.", show: "عرضها في المقال", back: "العودة إلى البطاقة", link: "البحث عن هذه الكلمات في المقال" },
  de: { found: "Diese Worte stehen im Artikel.", show: "Im Artikel zeigen", back: "Zurück zur Karte", link: "Diese Worte im Artikel suchen" },
  en: { found: "These words appear in the article.", show: "Show them there", back: "Back to the card", link: "Find these words in the article" },
  es: { found: "Estas palabras aparecen en el artículo.", show: "Mostrarlas allí", back: "Volver a la tarjeta", link: "Buscar estas palabras en el artículo" },
  fr: { found: "Ces mots figurent dans l’article.", show: "Les montrer dans l’article", back: "Retour à la fiche", link: "Trouver ces mots dans l’article" },
  it: { found: "Queste parole compaiono nell’articolo.", show: "Mostrarle nell’articolo", back: "Torna alla scheda", link: "Trova queste parole nell’articolo" },
  pt: { found: "Estas palavras aparecem no artigo.", show: "Mostrar no artigo", back: "Voltar ao cartão", link: "Encontrar estas palavras no artigo" },
  ru: { found: "Эти слова есть в статье.", show: "Показать в статье", back: "Назад к карточке", link: "Найти эти слова в статье" },
  tr: { found: "Bu sözler haberde geçiyor.", show: "Haberde göster", back: "Karta dön", link: "Bu sözleri haberde bul" },
};
