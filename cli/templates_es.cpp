// What the templates of `mot init` say in Spanish.
#include "templates.h"

namespace mot {
namespace {

// A list reads better with a text a line.
// clang-format off
constexpr TemplateTexts spanish_texts[] = {
    {"Nuestra aerolínea", "la aerolínea", "pasajero", "Un viaje",
     {"Web y aplicación", "Servicios en tierra", "Cabina"},
     {"aplicación", "en persona"},
     {"Reservar", "En el aeropuerto", "A bordo y llegada"},
     {{
         {"Encontrar y reservar un vuelo", "¿Qué le dio la seguridad de que era el vuelo correcto al precio correcto?"},
         {"Cambiar una reserva", "¿Qué tuvo que cambiar, y cuánto debería haber tardado?"},
         {"Entregar la maleta", "¿Qué quería saber antes de soltar su maleta?"},
         {"Enterarse de un retraso", "¿Qué quería saber primero, y por quién?"},
         {"Ser recibido a bordo", "¿Quién o qué le hizo sentir que le esperaban?"},
         {"Recuperar la maleta", "¿Cuánto es demasiado en la cinta, y qué quiere oír mientras tanto?"},
     }}},
    {"Nuestra clínica", "la clínica", "paciente", "Un tratamiento",
     {"Recepción", "Médicos", "Enfermería"},
     {"teléfono", "en persona"},
     {"Cita", "Tratamiento", "Después"},
     {{
         {"Conseguir una cita", "¿Para cuándo la necesitaba, y para cuándo se la dieron?"},
         {"Llegar y esperar", "¿Qué habría hecho llevadera la espera?"},
         {"Contar los síntomas", "¿Pudo decir todo lo que le preocupaba?"},
         {"Oír el diagnóstico", "¿Qué entendió, y qué no se atrevió a preguntar?"},
         {"Ser atendido en planta", "¿Cuándo tuvo que pedir algo que debería haber llegado solo?"},
         {"Volver a casa con un plan", "¿Qué no sabía una vez en casa?"},
     }}},
    {"Nuestro banco", "el banco", "cliente", "De la cuenta a la confianza",
     {"Oficina", "Aplicación y web", "Tarjetas y pagos"},
     {"aplicación", "en la oficina"},
     {"Hacerse cliente", "El día a día", "Cuando importa"},
     {{
         {"Abrir una cuenta", "¿Qué pregunta le pareció innecesaria, y qué respuesta echó en falta?"},
         {"Entrar por primera vez", "¿Dónde se atascó, y quién le ayudó?"},
         {"Pagar una factura", "¿Cuándo está seguro de que el dinero llegó a su destino?"},
         {"Ver todas las cuentas de un vistazo", "¿Qué busca primero al abrir la aplicación?"},
         {"Avisar de una tarjeta perdida", "¿Qué necesitaba en el primer minuto?"},
         {"Pedir un préstamo", "¿Cómo quería oír un no, y cómo un sí?"},
     }}},
    {"Nuestro software", "la empresa", "usuario", "De la prueba al hábito",
     {"Ventas", "Producto", "Soporte"},
     {"web", "chat"},
     {"Probar", "Usar", "Recibir ayuda"},
     {{
         {"Entender el precio", "¿Por qué cosas esperaba pagar, y qué le sorprendió?"},
         {"Empezar la prueba", "¿Qué quería ver en los primeros cinco minutos?"},
         {"Obtener un primer resultado", "¿Cuándo supo que le servía?"},
         {"Invitar al equipo", "¿Qué preguntaron primero sus colegas?"},
         {"Avisar de un fallo", "¿Qué quería oír de vuelta, y cuándo?"},
         {"Darse de baja", "¿Qué le habría hecho quedarse, y qué hizo fácil o difícil irse?"},
     }}},
    {"Nuestro ayuntamiento", "el ayuntamiento", "vecino", "Una solicitud",
     {"Atención ciudadana", "Urbanismo", "Servicios en línea"},
     {"en línea", "en ventanilla"},
     {"Informarse", "Solicitar", "Recibir la respuesta"},
     {{
         {"Encontrar el formulario correcto", "¿Con qué palabras lo buscó?"},
         {"Pedir cita", "¿Qué día y qué hora le habrían venido bien?"},
         {"Presentar la solicitud", "¿Qué tuvo que llevar que el ayuntamiento ya tenía?"},
         {"Recibir la petición de un documento que falta", "¿Cómo quería enterarse, y cuántas veces?"},
         {"Saber cómo va", "¿Cuándo empezó a dudar de que alguien se ocupara?"},
         {"Recibir la resolución", "¿Entendió por qué se decidió así?"},
     }}},
    {"Nuestra tienda", "la tienda", "cliente", "Una compra",
     {"Ventas", "Tienda en línea", "Mostrador de servicio"},
     {"en línea", "en la tienda"},
     {"Elegir", "Comprar", "Después"},
     {{
         {"Encontrar el producto", "¿Qué buscaba, y con qué palabras?"},
         {"Pedir consejo", "¿Qué quería saber, y a quién creyó?"},
         {"Pagar en caja", "¿Qué le estorbaba al querer pagar?"},
         {"Recibir el envío", "¿Cuándo quería saber cuándo llega?"},
         {"Devolver un producto", "¿Qué temía antes de preguntar?"},
         {"Preguntar por la garantía", "¿Qué tuvo que demostrar, y cómo se sintió?"},
     }}},
};

constexpr TemplateFrame spanish_frame = {
    {"Un pequeño comienzo. Sustitúyalo por lo suyo, un departamento tras otro: los nombres son suposiciones y nada está puntuado.",
     "Lo que desean los clientes no está aquí: pregúnteselo. Cada momento trae una pregunta para empezar."},
    "Lo que nadie ha mirado aún. Quite una línea cuando empiece ese paso: `mot validate` dirá entonces dónde falta.",
    {"paso 1: ¿cómo queremos cada momento? (desired.company)",
     "paso 2: ¿qué desean los clientes? (desired.customer, heard)",
     "paso 3: ¿qué viven hoy? (actual, evidence)",
     "¿cuánto les importa, de 1 a 5? (importance)",
     "¿quién toma el relevo cuando sale mal? (recovery)",
     "¿qué puede decidir quien atiende? (empowerment)"},
    "Responsable de {}", "Pregunte", "uno de los pocos que deciden; ¿son los correctos?",
    spanish_texts,
};
// clang-format on

}  // namespace

const TemplateFrame& spanish_templates() {
  return spanish_frame;
}

}  // namespace mot
