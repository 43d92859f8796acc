package vorsprung.app.client;

/** What was given as a service's address is none. */
public final class BadAddressException extends RuntimeException {

    BadAddressException(Service service, String address) {
        super(message(service, address));
    }

    BadAddressException(Service service, String address, Throwable cause) {
        super(message(service, address), cause);
    }

    private static String message(Service service, String address) {
        return service.option() + " (" + service.variable() + "): expected an address such as http://127.0.0.1:8080,"
                + " found " + address;
    }
}
