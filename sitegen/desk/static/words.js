// The words of the bar and the desk, in the language of the page.

const LANGUAGES = ["en", "de", "es"];

/** The words in each language. What is missing here is in English. */
const WORDS = [
  // Bar
  ["Edit post", "Beitrag bearbeiten", "Editar entrada"],
  ["Edit topic", "Thema bearbeiten", "Editar tema"],
  ["Move", "Verschieben", "Mover"],
  ["Also in", "Auch in", "También en"],
  ["Pin", "Anheften", "Fijar"],
  ["Hide", "Ausblenden", "Ocultar"],
  ["Lead", "Aufmacher", "Destacar"],
  ["Earlier", "Früher", "Antes"],
  ["Later", "Später", "Después"],
  ["Title", "Titel", "Título"],
  ["Summary", "Zusammenfassung", "Resumen"],
  ["Tags", "Schlagwörter", "Etiquetas"],
  ["Edit", "Bearbeiten", "Editar"],
  ["Text", "Text", "Texto"],
  ["Note", "Anmerkung", "Nota"],
  ["Split", "Teilen", "Dividir"],
  ["Join with previous", "Mit vorigem verbinden", "Unir con la anterior"],
  ["Make an essay", "Zum Essay machen", "Convertir en ensayo"],
  ["Make a post", "Zum Beitrag machen", "Convertir en entrada"],
  ["Open file", "Datei öffnen", "Abrir archivo"],
  ["Delete", "Löschen", "Eliminar"],
  ["Rename", "Umbenennen", "Cambiar nombre"],
  ["Merge into", "Vereinen mit", "Fusionar con"],
  ["Describe", "Beschreiben", "Describir"],
  ["Lock", "Sperren", "Bloquear"],
  ["New post", "Neuer Beitrag", "Nueva entrada"],
  ["Undo", "Rückgängig", "Deshacer"],
  ["Redo", "Wiederholen", "Rehacer"],
  ["Desk", "Redaktion", "Redacción"],
  ["Curation", "Redaktion", "Redacción"],
  ["Save", "Speichern", "Guardar"],
  ["Cancel", "Abbrechen", "Cancelar"],
  ["Close", "Schließen", "Cerrar"],
  ["Topic", "Thema", "Tema"],
  ["New topic: {title}", "Neues Thema: {title}", "Tema nuevo: {title}"],
  ["New address", "Neue Adresse", "Dirección nueva"],
  ["Description", "Beschreibung", "Descripción"],
  ["Separate tags with commas.", "Schlagwörter mit Kommas trennen.", "Separe las etiquetas con comas."],
  ["Delete “{label}”?", "„{label}“ löschen?", "¿Eliminar «{label}»?"],
  ["Join with “{label}”?", "Mit „{label}“ verbinden?", "¿Unir con «{label}»?"],
  ["The new post begins with this line:", "Der neue Beitrag beginnt mit dieser Zeile:", "La nueva entrada empieza con esta línea:"],
  ["Undo: {what}", "Rückgängig: {what}", "Deshacer: {what}"],
  ["Redo: {what}", "Wiederholen: {what}", "Rehacer: {what}"],
  ["The path is in the clipboard: {path}", "Der Pfad ist in der Zwischenablage: {path}", "La ruta está en el portapapeles: {path}"],
  ["There is no post before this one.", "Vor diesem Beitrag steht keiner.", "No hay ninguna entrada antes de esta."],
  ["There was nothing to change.", "Es gab nichts zu ändern.", "No había nada que cambiar."],
  ["This page has changed meanwhile.", "Diese Seite hat sich inzwischen geändert.", "Esta página ha cambiado entretanto."],
  ["The text on disk", "Der gespeicherte Text", "El texto guardado"],
  ["Keep mine", "Meinen behalten", "Conservar el mío"],
  ["Take theirs", "Den gespeicherten nehmen", "Tomar el guardado"],
  ["Edit documents", "Dokumente bearbeiten", "Editar documentos"],
  ["Documents", "Dokumente", "Documentos"],
  ["Document", "Dokument", "Documento"],
  ["State", "Zustand", "Estado"],
  ["Needs an eye", "Anzusehen", "Por revisar"],
  ["Select", "Auswählen", "Seleccionar"],
  ["Select all", "Alle auswählen", "Seleccionar todo"],
  ["Select “{label}”", "„{label}“ auswählen", "Seleccionar «{label}»"],
  // Desk
  ["Filter", "Filter", "Filtro"],
  ["{shown} of {all} documents", "{shown} von {all} Dokumenten", "{shown} de {all} documentos"],
  ["{shown} of {all} documents, {selected} selected", "{shown} von {all} Dokumenten, {selected} ausgewählt", "{shown} de {all} documentos, {selected} seleccionados"],
  ["Reading the documents …", "Die Dokumente werden gelesen …", "Leyendo los documentos …"],
  ["Pinned", "Angeheftet", "Fijada"],
  ["Hidden", "Ausgeblendet", "Oculta"],
  ["Draft", "Entwurf", "Borrador"],
  ["Essay", "Essay", "Ensayo"],
  ["Doubtful cut: {percent} %", "Fraglicher Schnitt: {percent} %", "Corte dudoso: {percent} %"],
  ["Or {topic}?", "Oder {topic}?", "¿O {topic}?"],
  ["Doubtful topic", "Fragliches Thema", "Tema dudoso"],
  ["Repeats “{label}”", "Wiederholt „{label}“", "Repite «{label}»"],
  ["No topic", "Kein Thema", "Sin tema"],
  ["Next document", "Nächstes Dokument", "Documento siguiente"],
  ["Previous document", "Voriges Dokument", "Documento anterior"],
  ["Open", "Öffnen", "Abrir"],
  ["Move to the topic in question", "In das fragliche Thema", "Mover al tema en cuestión"],
  ["Acts", "Verlauf", "Historial"],
  ["Nothing was done yet.", "Noch wurde nichts getan.", "Todavía no se ha hecho nada."],
  ["Board", "Tafel", "Tablero"],
  ["More", "Mehr", "Más"],
  ["Keys", "Tasten", "Teclas"],
  ["Letters and signs are keys", "Buchstaben und Zeichen sind Tasten", "Las letras y los signos son teclas"],
  ["The filter takes words, and:", "Der Filter versteht Wörter und:", "El filtro admite palabras y:"],
];

const place = LANGUAGES.indexOf(document.documentElement.lang.toLowerCase().split("-")[0]);

/** The language of the words: that of the page where they are known in it, else English. */
export const language = LANGUAGES[place] ?? "en";

const known = new Map(WORDS.map((row) => [row[0], row[place]]));

/**
 * A text in the language of the page.
 *
 * @param {string} text the English text; parts in braces stand for values.
 * @param {Object<string, string>} values the values.
 */
export function say(text, values = {}) {
  const found = known.get(text) ?? text;
  return found.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
