// Icons of channels: their lines, which are Tabler's (MIT, see NOTICE), and by which words of a channel's name they are known.
#pragma once

#include <string_view>

namespace mot {

/// On a square of 24 by 24, of lines 2 wide.
struct IconEntry {
  std::string_view name;   ///< as Tabler calls it
  std::string_view lines;  ///< its paths as SVG writes them
  std::string_view words;  ///< with which a word of a channel's name begins, small, in the languages of pictures, `|` between them; those
                           ///< of up to three letters are whole words
};

// clang-format off: a line of a picture is not broken
inline constexpr IconEntry icon_table[] = {
    {"phone", "M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a16 16 0 0 1 -15 -15a2 2 0 0 1 2 -2",
     "phone|telephon|hotline|call|telefon|anruf|téléphone|appel|teléfono|llamada|telefone|chamada|ligação"},
    {"mail", "M3 7a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-10M3 7l9 6l9 -6",
     "mail|email|e-mail|newsletter|courriel|correo electrónico|mél"},
    {"mailbox", "M10 21v-6.5a3.5 3.5 0 0 0 -7 0v6.5h18v-6a4 4 0 0 0 -4 -4h-10.5M12 11v-8h4l2 2l-2 2h-4M6 15h1",
     "letter|post|brief|courrier|lettre|carta|correo|correio|correspondence|paper"},
    {"message", "M8 9h8M8 13h6M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-5l-5 3v-3h-2a3 3 0 0 1 -3 -3v-8a3 3 0 0 1 3 -3h12",
     "message|sms|text|chat|whatsapp|messenger|nachricht|push|mensaje|mensagem|bot"},
    {"world", "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M3.6 9h16.8M3.6 15h16.8M11.5 3a17 17 0 0 0 0 18M12.5 3a17 17 0 0 1 0 18",
     "web|website|online|portal|site|internet|webseite|sitio|página|portail|browser"},
    {"device-mobile", "M6 5a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-8a2 2 0 0 1 -2 -2v-14M11 4h2M12 17v.01",
     "app|mobile|smartphone|handy|aplicación|aplicativo|application"},
    {"device-desktop", "M3 5a1 1 0 0 1 1 -1h16a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-16a1 1 0 0 1 -1 -1v-10M7 20h10M9 16v4M15 16v4",
     "kiosk|terminal|screen|bildschirm|automat|machine|borne|écran|quiosco|cajero|quiosque|display|tv"},
    {"building-store",
     "M3 21l18 0M3 7v1a3 3 0 0 0 6 0v-1m0 1a3 3 0 0 0 6 0v-1m0 1a3 3 0 0 0 6 0v-1h-18l2 -4h14l2 4M5 21l0 -10.15M19 21l0 -10.15M9 21v-4a2 2 "
     "0 0 1 2 -2h2a2 2 0 0 1 2 2v4",
     "counter|shop|store|branch|desk|till|schalter|filiale|laden|theke|kasse|guichet|magasin|agence|boutique|mostrador|tienda|oficina|"
     "sucursal|balcão|loja|agência|reception|empfang|library"},
    {"door", "M14 12v.01M3 21h18M6 21v-16a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v16",
     "gate|door|entrance|tür|eingang|porte|entrée|puerta|entrada|portão"},
    {"plane", "M16 10h4a2 2 0 0 1 0 4h-4l-4 7h-3l2 -7h-4l-2 2h-3l2 -4l-2 -4h3l2 2h4l-2 -7h3l4 7",
     "on board|on-board|plane|flight|cabin|bord|flugzeug|à bord|a bordo|avion|avión|avião"},
    {"luggage",
     "M6 8a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-8a2 2 0 0 1 -2 -2l0 -10M9 6v-1a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2v1M6 10h12M6 "
     "16h12M9 20v1M15 20v1",
     "belt|luggage|baggage|bag|gepäck|bagage|equipaje|bagagem"},
    {"truck-delivery",
     "M5 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M15 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M5 17h-2v-4m-1 -8h11v12m-4 0h6m4 0h2v-6h-8m0 -5h5l3 5M3 9l4 0",
     "delivery|van|courier|lieferung|bote|livraison|entrega|reparto"},
    {"car",
     "M5 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M15 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M5 17h-2v-6l2 -5h9l4 5h1a2 2 0 0 1 2 2v4h-2m-4 0h-6m-6 -6h15m-6 "
     "0v-5",
     "car|taxi|auto|wagen|voiture|coche|carro"},
    {"bus",
     "M4 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M16 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M4 17h-2v-11a1 1 0 0 1 1 -1h14a5 7 0 0 1 5 7v5h-2m-4 0h-8M16 "
     "5l1.5 7l4.5 0M2 10l15 0M7 5l0 5M12 5l0 5",
     "bus|train|tram|zug|bahn|tren|comboio|trem"},
    {"video",
     "M15 10l4.553 -2.276a1 1 0 0 1 1.447 .894v6.764a1 1 0 0 1 -1.447 .894l-4.553 -2.276v-4M3 8a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v8a2 2 0 0 1 "
     "-2 2h-8a2 2 0 0 1 -2 -2l0 -8",
     "video|webinar|vidéo|vídeo|videoanruf|zoom|teams"},
    {"home", "M5 12l-2 0l9 -9l9 9l-2 0M5 12v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-7M9 21v-6a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2v6",
     "home|at home|zu hause|zuhause|domicile|a domicilio|casa"},
    {"users",
     "M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M3 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2M16 3.13a4 4 0 0 1 0 7.75M21 21v-2a4 4 0 0 0 -3 -3.85",
     "in person|meeting|visit|face to face|persönlich|besuch|vor ort|gespräch|treffen|termin|en personne|visite|rendez-vous|sur place|en "
     "persona|visita|reunión|pessoalmente|reunião|presencial|on site|ward|room"},
    {"file-text", "M14 3v4a1 1 0 0 0 1 1h4M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2M9 9l1 0M9 13l6 0M9 17l6 0",
     "form|document|contract|bill|invoice|formular|vertrag|rechnung|facture|contrat|formulaire|factura|contrato|formulario|fatura|"
     "formulário|report"},
    {"speakerphone",
     "M18 8a3 3 0 0 1 0 6M10 8v11a1 1 0 0 1 -1 1h-1a1 1 0 0 1 -1 -1v-5M12 8l4.524 -3.77a.9 .9 0 0 1 1.476 .692v12.156a.9 .9 0 0 1 -1.476 "
     ".692l-4.524 -3.77h-8a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1h8",
     "announcement|advert|campaign|durchsage|werbung|annonce|publicité|anuncio|publicidad|anúncio|media|press|social"},
};
// clang-format on

}  // namespace mot
