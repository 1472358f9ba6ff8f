package dev.faultline.targets.proxy;

/** Something that the API answers with an error, in Toxiproxy's words. */
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    ApiProblem(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    static ApiProblem badBody(String reason) {
        return new ApiProblem(400, "bad request body: " + reason);
    }

    static ApiProblem missing(String field) {
        return new ApiProblem(400, "missing required field: " + field);
    }

    static ApiProblem noProxy() {
        return new ApiProblem(404, "proxy not found");
    }

    static ApiProblem proxyExists() {
        return new ApiProblem(409, "proxy already exists");
    }

    static ApiProblem noToxic() {
        return new ApiProblem(404, "toxic not found");
    }

    static ApiProblem toxicExists() {
        return new ApiProblem(409, "toxic already exists");
    }

    static ApiProblem badStream() {
        return new ApiProblem(400, "stream was invalid, can be either upstream or downstream");
    }

    static ApiProblem badType() {
        return new ApiProblem(400, "invalid toxic type");
    }
}
